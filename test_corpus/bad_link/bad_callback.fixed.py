from celery import shared_task

from kites.flights import fly, land
from kites.tasks import notify


@shared_task
def land_kite(kite: int) -> None:
    land(kite)


@shared_task
def fly_kite(kite: int) -> int:
    fly(kite)
    return kite


def start(kite: int) -> None:
    fly_kite.apply_async((kite,), link=land_kite.s())
    fly_kite.apply_async((kite,), link=land_kite.s(kite))
    fly_kite.apply_async((kite,), link=notify.delay(kite))
    fly_kite.apply_async((kite,), link="kites.tasks.notify")
    fly_kite.s(kite).set(link=[notify.s(), land_kite.s()]).delay()
    flight = fly_kite.s(kite)
    flight.link(land_kite.s())
    flight.delay()
