"""Whether the task is bound is decided elsewhere."""

from celery import shared_task
from django.conf import settings

from cache.pages import warm


@shared_task(bind=settings.TASKS_ARE_BOUND)
def warm_home_page() -> None:
    warm("/")


@shared_task(bind=False)
def warm_page(number: int) -> None:
    warm(f"/pages/{number + 1}")
