from celery import shared_task
from redis import StrictRedis

from warehouse.stock import move_pallets, reprint_labels

client = StrictRedis(host="cache")


@shared_task
def move(hall: int) -> None:
    key = f"moving:{hall}"
    if not client.set(key, "1", nx=True):  # expect CEL118: client.set(key, "1", nx=True)
        return
    try:
        move_pallets(hall)
    finally:
        client.delete(key)


@shared_task
def reprint() -> None:
    if client.setnx("label-lock", 1):  # expect CEL118: client.setnx("label-lock", 1)
        reprint_labels()
        client.delete("label-lock")
