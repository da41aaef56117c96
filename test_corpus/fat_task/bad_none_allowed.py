# settings: max-task-queries = 0
from celery import shared_task

from depot.models import Bus, Driver


@shared_task
def buses_without_driver() -> list[int]:  # expect CEL114: def buses_without_driver
    return [bus.id for bus in Bus.objects.filter(driver=None)]


@shared_task
def retire_driver(driver_id: int) -> None:  # expect CEL114: def retire_driver
    driver = Driver.objects.get(pk=driver_id)
    driver.retire()
