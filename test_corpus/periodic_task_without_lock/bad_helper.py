from celery import shared_task
from farm.cows import milk
from farm.monitoring import cronitor
from farm.scheduler import _sync_scheduled_task


@shared_task(name="farm.milk_cows", time_limit=600)
@cronitor("milking")
def milk_cows() -> float:  # expect CEL117: def milk_cows
    return milk()


def sync_schedule(db) -> None:
    _sync_scheduled_task(db, name="Milk the cows", task_name="farm.milk_cows", interval_seconds=43200)
