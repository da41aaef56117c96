"""Errbacks that take what they are given, or of which that cannot be seen."""

from celery import chain, shared_task, signature

from rain.clouds import fall, warn
from rain.decorators import with_cloud
from rain.tasks import dry_up


@shared_task
def by_id(task_id: str) -> None:
    warn(task_id)


@shared_task
def by_request(request, exc, traceback, loud: bool = False) -> None:
    warn(request.id, exc, loud)


@shared_task
def by_anything(*args) -> None:
    warn(*args)


@shared_task
def by_nothing() -> None:
    warn("rain")


@shared_task(bind=True)
def bound(self, task_id: str) -> None:
    warn(task_id)


@shared_task
@with_cloud
def wrapped(cloud, task_id: str) -> None:
    warn(cloud, task_id)


@shared_task
def pour(cloud: int, place: str = "hill") -> None:
    fall(cloud, place)


def storm(cloud: int, errbacks: list) -> None:
    for errback in (by_id.s(), by_request.s(), by_anything.s(), by_nothing.si(), bound.s(), wrapped.s()):
        pour.apply_async((cloud,), link_error=errback)
    pour.apply_async((cloud,), link_error=by_id.s())
    pour.apply_async((cloud,), link_error=by_request.s())
    pour.apply_async((cloud,), link_error=[by_anything.s(), by_nothing.si()])
    pour.apply_async((cloud,), link_error=bound.s())
    pour.apply_async((cloud,), link_error=wrapped.s())
    pour.apply_async((cloud,), link_error=by_id.si("rain"))
    pour.apply_async((cloud,), link_error=dry_up.s(), link=dry_up.s())
    pour.apply_async((cloud,), link_error=signature("rain.warn"), link=chain(dry_up.s(), by_anything.s()))
    pour.apply_async((cloud,), link_error=errbacks, link=None)
    pour.delay(cloud, place="valley")
