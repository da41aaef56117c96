from datetime import timedelta

from celery import shared_task

from eggs.kitchen import ring
from eggs.tasks import serve

SOFT = timedelta(minutes=4)


@shared_task
def boiled(egg: int) -> None:
    ring(egg)


def boil(egg: int, longer: timedelta) -> None:
    boiled.apply_async((egg,), countdown=SOFT.total_seconds())
    boiled.apply_async((egg,), countdown=timedelta(minutes=4).total_seconds(), expires=(2 * SOFT).total_seconds())
    boiled.s(egg).set(expires=longer.total_seconds()).delay()
    serve.apply_async((egg,), countdown="240")
    serve.apply_async((egg,), eta=SOFT)
    serve.s(egg).apply_async(eta=240)
