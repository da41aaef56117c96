import celery
from celery import current_app as app
from celery._state import current_app as running_app

from tundra.herds import count


@celery.shared_task
def count_reindeer() -> int:
    return count("reindeer")


@celery.shared_task()
def count_wolves() -> int:
    return count("wolves")


def owls() -> int:
    return count("owls")


count_owls = celery.shared_task(owls)
