from celery import chain, shared_task

from dairy.vats import curdle, heat
from dairy.tasks import press_curd


@shared_task
def heat_milk(litres: int) -> int:
    return heat(litres)


@shared_task
def curdle_milk(litres: int) -> int:
    return curdle(litres)


def make_cheese(litres: int):
    chain(heat_milk.s(litres), curdle_milk.s()).apply_async()
    (heat_milk.s(litres) | curdle_milk.s() | press_curd.s()).apply_async()
    heated = heat_milk.delay(litres)
    return chain(heated, press_curd.s())()
