"""Huey has its own tasks, and its own names for their options."""

from huey import RedisHuey, crontab

from aquarium.tanks import dirty_tanks, feed_fish, flush

huey = RedisHuey("aquarium")


@huey.task(retries=3, retry_delay=30, expires=120)
def feed(tank: int) -> None:
    feed_fish(tank)


@huey.periodic_task(crontab(minute="0", hour="*/6"), retries=1)
def clean_tanks() -> None:
    for tank in dirty_tanks():
        flush(tank)
