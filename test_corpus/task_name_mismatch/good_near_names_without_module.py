# settings: task-name-pattern = "{function}"
"""The project names its tasks by the function alone."""

from celery import shared_task

from desert.wells import drill


@shared_task(name="drill_well")
def drill_well(depth: int) -> None:
    drill(depth)


@shared_task(bind=True, name="close_well", max_retries=2)
def close_well(self, well: int) -> None:
    drill(-well)
