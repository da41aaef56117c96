from asyncio import get_event_loop

from celery import Celery

from maps.tiles import render_tile

app = Celery("maps")


def _finish(coroutine):
    loop = get_event_loop()  # expect CEL407: get_event_loop()
    if loop.is_running():
        return loop.create_task(coroutine)
    return loop.run_until_complete(coroutine)


@app.task
def render(zoom: int, column: int, row: int) -> None:
    _finish(render_tile(zoom, column, row))
