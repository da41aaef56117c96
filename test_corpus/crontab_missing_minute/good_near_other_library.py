"""This `crontab` belongs to huey, which a part of the project still uses."""

from celery import shared_task
from huey import RedisHuey, crontab

huey = RedisHuey("garden")


@huey.periodic_task(crontab(hour="6", day="*/2"))
def water_tomatoes() -> None:
    open_valve.delay("tomatoes", seconds=90)


@shared_task
def open_valve(bed: str, seconds: int) -> None:
    print(f"valve of {bed} opened for {seconds} s")
