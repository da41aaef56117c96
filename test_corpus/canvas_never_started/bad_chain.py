from celery import chain, shared_task

from laundry.machines import dry, wash


@shared_task
def wash_load(load: str) -> str:
    return wash(load)


@shared_task
def dry_load(load: str) -> str:
    return dry(load)


def clean(load: str) -> None:
    chain(wash_load.s(load), dry_load.s())  # expect CEL603: chain(wash_load.s(load), dry_load.s())


def clean_twice(load: str) -> None:
    wash_load.s(load) | wash_load.s() | dry_load.s()  # expect CEL603: wash_load.s(load) | wash_load.s() | dry_load.s()
