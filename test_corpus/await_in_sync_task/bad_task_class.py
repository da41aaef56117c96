from celery import Celery, Task

from maps.tiles import draw_tile

app = Celery("maps")


class DrawTile(Task):
    name = "maps.draw_tile"

    def run(self, zoom: int, column: int, row: int) -> str:
        if zoom > 18:
            return ""
        return await draw_tile(zoom, column, row)  # expect CEL414: await draw_tile(zoom, column, row)


app.register_task(DrawTile())
