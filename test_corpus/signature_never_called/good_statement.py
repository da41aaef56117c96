from celery import shared_task

from owls.celery import app
from owls.night import hunt
from owls.tasks import sleep


@shared_task(bind=True)
def fly_out(self, owl: int) -> None:
    if not hunt(owl):
        self.delay(owl)


def dusk(owl: int) -> None:
    fly_out.delay(owl)
    fly_out.si(owl).set(countdown=60).delay()
    sleep.apply_async((owl,), countdown=3600)
    app.send_task("owls.hoot", args=(owl,))
    fly_out.chunks([(1,), (2,)], 1).apply_async()
