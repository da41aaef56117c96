"""A key in a constant is shared on purpose, and a lock around a part of the work guards that part."""

import redis
from celery import shared_task

from valley.locks import single_instance
from valley.water import dam, open_sluice, prepare

client = redis.Redis()
DAM = "dam"


@shared_task
@single_instance(DAM, timeout=60)
def raise_dam(metres: int) -> None:
    dam(metres)


@shared_task
@single_instance(DAM, timeout=60)
def lower_dam(metres: int) -> None:
    dam(-metres)


@shared_task
def water_north(hours: int) -> None:
    prepare(hours)
    with client.lock("sluice", timeout=60):
        open_sluice("north")


@shared_task
def water_south(hours: int) -> None:
    prepare(hours)
    with client.lock("sluice", timeout=60):
        open_sluice("south")
