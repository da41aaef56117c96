# settings: max-task-queries = 0
from celery import shared_task

from depot.models import Bus, Driver


@shared_task
def buses_without_driver() -> list[int]:  # expect CEL114: def buses_without_driver
    return [bus.id for bus in Bus.objects.filter(driver=None)]


@shared_task
def retire_driver(name: str) -> None:  # expect CEL114: def retire_driver
    driver = Driver.objects.get(name=name)
    driver.retire()
