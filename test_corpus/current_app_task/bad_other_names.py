import celery
from celery import current_app as app
from celery._state import current_app as running_app

from tundra.herds import count


@app.task  # expect CEL128: app.task
def count_reindeer() -> int:
    return count("reindeer")


@celery.current_app.task()  # expect CEL128: celery.current_app.task
def count_wolves() -> int:
    return count("wolves")


def owls() -> int:
    return count("owls")


count_owls = running_app.task(owls)  # expect CEL128: running_app.task
