"""The helper is handed the bound task and happens to call it `self`; the class-based task is bound by itself."""

from celery import Task, shared_task

from mosaic.tiles import lay_tile


def report(self, laid: int, total: int) -> None:
    self.update_state(state="PROGRESS", meta={"current": laid, "total": total})


@shared_task(bind=True)
def lay_floor(self, tiles: list[str]) -> None:
    for number, tile in enumerate(tiles, 1):
        lay_tile(tile)
        report(self, number, len(tiles))


class LayWall(Task):
    name = "mosaic.lay_wall"

    def run(self, tiles: list[str]) -> None:
        for number, tile in enumerate(tiles, 1):
            lay_tile(tile)
            self.update_state(state="PROGRESS", meta={"current": number, "total": len(tiles)})
