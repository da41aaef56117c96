"""What the functions really take, or what the chain really holds, cannot be seen."""

from celery import chain, shared_task

from tannery.decorators import with_hide
from tannery.tasks import dry_hide
from tannery.vats import TanningTask, soak


@shared_task
@with_hide
def soak_hide() -> None:
    soak("hide")


@shared_task(base=TanningTask)
def clean_hide() -> None:
    soak("again")


@shared_task
def start() -> None:
    soak("vat")


def tan(steps: list, details: dict) -> None:
    chain(dry_hide.s(), soak_hide.s(), clean_hide.s(), dry_hide.s(1, 2, 3)).delay()
    chain(*steps, start.s()).delay()
    first = start.s() if details else dry_hide.s()
    chain(first, dry_hide.s()).delay()
    chain(dry_hide.s(), start.signature(**details)).delay()
    chain(dry_hide.s(), start.s().clone(**details), start.s().set(**details)).delay()
