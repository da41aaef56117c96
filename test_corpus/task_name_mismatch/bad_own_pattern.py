# settings: task-name-pattern = "bees.*.{function}"
from celery import shared_task

from apiary.hives import open_hive


@shared_task(name="bees.spring.inspect")
def inspect(hive: int) -> None:
    open_hive(hive)


@shared_task(name="wasps.spring.smoke")  # expect CEL107: name="wasps.spring.smoke"
def smoke(hive: int) -> None:
    open_hive(hive, smoke=True)


@shared_task(name="bees.autumn.feed_all")  # expect CEL107: name="bees.autumn.feed_all"
def feed(hive: int) -> None:
    open_hive(hive, food=True)
