from typing import NamedTuple

from celery import Celery

from maps.tiles import draw, prices

app = Celery("maps")


class Corner(NamedTuple):
    north: float
    east: float


@app.task
def render(tile: tuple[int, int], corner: Corner) -> str:
    price = prices[tile]
    draw(corner.north, corner.east)
    return f"{price}"


@app.task
def label(tile: tuple[int, int]) -> str:
    return "%d/%d" % tile


def render_all() -> None:
    render.delay((4, 7), Corner(47.1, 8.5))  # expect CEL524: (4, 7) # expect CEL524: Corner(47.1, 8.5)
    label.apply_async(args=[(4, 7)])  # expect CEL524: (4, 7)
