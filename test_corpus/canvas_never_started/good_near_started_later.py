"""The canvas has a name, and whoever has the name starts it."""

from celery import chain, group, shared_task

from garden.beds import plant, water


@shared_task
def plant_bed(bed: str) -> str:
    return plant(bed)


@shared_task
def water_bed(bed: str) -> None:
    water(bed)


def spring(beds: list[str], dry: bool) -> None:
    work = group(plant_bed.s(bed) for bed in beds)
    if dry:
        work = chain(work, water_bed.s())
    work.apply_async()


def summer(beds: list[str]):
    rounds = group(water_bed.s(bed) for bed in beds)

    def start() -> None:
        rounds.delay()

    return start
