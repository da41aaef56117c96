from celery import Celery
from celery.signals import worker_ready

from lanterns.street import light

app = Celery("lanterns")


@app.task
def light_all(street: str = "all") -> None:
    light(street)


@worker_ready.connect
def light_at_start(**_kwargs) -> None:
    light_all.delay()
    for street in ("Mill Lane", "High Street"):
        light_all.apply_async((street,), countdown=10)
    light_all.s("Castle Road").delay()
