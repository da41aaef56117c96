"""The crontab is huey's, which has its own grammar and other keywords."""

from celery import shared_task
from huey import RedisHuey, crontab

huey = RedisHuey("shop")


@huey.periodic_task(crontab(minute="0", hour="24", day="*/2"))
def expire_carts():
    remove_carts.delay()


@shared_task
def remove_carts():
    print("carts removed")
