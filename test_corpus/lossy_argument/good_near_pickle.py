"""Pickle gives back what was sent; and a tuple of all arguments is no argument."""

from celery import shared_task

from maps.tiles import prices, store_price


@shared_task(serializer="pickle")
def render(tile: tuple[int, int]) -> None:
    store_price(prices[tile])


@shared_task
def label(column: int, row: int) -> str:
    return "%d/%d" % (column, row)


def render_all() -> None:
    render.delay((4, 7))
    pair = (4, 7)
    label.apply_async(pair)
    label.apply_async(args=(4, 7))
