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
    fly_kite.apply_async((kite,), link=land_kite)  # expect CEL525: land_kite
    fly_kite.apply_async((kite,), link=land_kite(kite))  # expect CEL525: land_kite(kite)
    fly_kite.apply_async((kite,), link=notify.delay(kite))  # expect CEL525: notify.delay(kite)
    fly_kite.apply_async((kite,), link="kites.tasks.notify")  # expect CEL525: "kites.tasks.notify"
    fly_kite.s(kite).set(link=[notify.s(), land_kite]).delay()  # expect CEL525: land_kite
    flight = fly_kite.s(kite)
    flight.link(land_kite)  # expect CEL525: land_kite
    flight.delay()
