from datetime import timedelta

from celery import shared_task

from eggs.kitchen import ring
from eggs.tasks import serve

SOFT = timedelta(minutes=4)


@shared_task
def boiled(egg: int) -> None:
    ring(egg)


def boil(egg: int, longer: timedelta) -> None:
    boiled.apply_async((egg,), countdown=SOFT)  # expect CEL529: countdown=SOFT
    boiled.apply_async((egg,), countdown=timedelta(minutes=4), expires=2 * SOFT)  # expect CEL529: countdown=timedelta(minutes=4) # expect CEL529: expires=2 * SOFT
    boiled.s(egg).set(expires=longer).delay()  # expect CEL529: expires=longer
    serve.apply_async((egg,), countdown="240")  # expect CEL529: countdown="240"
    serve.apply_async((egg,), eta=SOFT)  # expect CEL529: eta=SOFT
    serve.s(egg).apply_async(eta=240)  # expect CEL529: eta=240
