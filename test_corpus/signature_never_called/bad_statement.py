from celery import shared_task

from owls.celery import app
from owls.night import hunt
from owls.tasks import sleep


@shared_task(bind=True)
def fly_out(self, owl: int) -> None:
    if not hunt(owl):
        self.s(owl)  # expect CEL515: self.s(owl)


def dusk(owl: int) -> None:
    fly_out.s(owl)  # expect CEL515: fly_out.s(owl)
    fly_out.si(owl).set(countdown=60)  # expect CEL515: fly_out.si(owl)
    sleep.signature((owl,), countdown=3600)  # expect CEL515: sleep.signature((owl,), countdown=3600)
    app.signature("owls.hoot", args=(owl,))  # expect CEL515: app.signature("owls.hoot", args=(owl,))
    fly_out.chunks([(1,), (2,)], 1)  # expect CEL515: fly_out.chunks([(1,), (2,)], 1)
