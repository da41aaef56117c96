import asyncio

from celery import Celery, Task

from maps.tiles import draw_tile

app = Celery("maps")


class DrawTiles(Task):
    name = "maps.draw_tiles"

    def run(self, zoom: int, columns: list[int]) -> None:
        for column in columns:
            self.draw_column(zoom, column)

    def draw_column(self, zoom: int, column: int) -> None:
        rows = range(2**zoom)
        asyncio.run(self._draw(zoom, column, rows), debug=False)  # expect CEL401: asyncio.run(self._draw(zoom, column, rows), debug=False)

    async def _draw(self, zoom: int, column: int, rows: range) -> None:
        await asyncio.gather(*(draw_tile(zoom, column, row) for row in rows))


app.register_task(DrawTiles())
