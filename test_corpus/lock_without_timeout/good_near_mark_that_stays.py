"""The key is no lock: it marks for ever what was done."""

import redis
from celery import shared_task

from shop.mail import send_welcome

client = redis.Redis()


@shared_task
def welcome(customer_id: int) -> None:
    if client.setnx(f"welcomed:{customer_id}", 1):
        send_welcome(customer_id)


@shared_task
def welcome_by_clock(customer_id: int) -> None:
    if client.set(f"clock:{customer_id}", 1, nx=True):
        send_welcome(customer_id)
