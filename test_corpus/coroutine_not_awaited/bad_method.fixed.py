import asyncio

from celery import Celery, Task

from maps.tiles import draw_tile

app = Celery("maps")


class DrawTile(Task):
    name = "maps.draw_tile"

    async def _draw(self, zoom: int, column: int, row: int) -> str:
        return await draw_tile(zoom, column, row)

    def run(self, zoom: int, column: int, row: int) -> None:
        path = asyncio.run(self._draw(zoom, column, row))
        self.update_state(state="DRAWN", meta={"name": path.rpartition("/")[2]})


app.register_task(DrawTile())
