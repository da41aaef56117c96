# settings: required-task-options = { "migrations/tasks/*.py" = ["queue"], "good_near.py" = ["queue"] }
"""The settings speak of other files."""

from celery import shared_task

from meadow.flowers import pick


@shared_task
def pick_flowers(number: int) -> None:
    pick(number)
