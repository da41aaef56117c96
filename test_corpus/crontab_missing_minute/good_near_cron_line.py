"""A whole cron line, and a crontab row of django-celery-beat: both hold a minute of their own."""

from celery.schedules import crontab
from django_celery_beat.models import CrontabSchedule, PeriodicTask

CELERY_BEAT_SCHEDULE = {
    "purge-carts": {"task": "shop.tasks.purge_carts", "schedule": crontab.from_string("15 4 * * *")},
}


def plan_stocktaking(hour: int) -> None:
    evening, _ = CrontabSchedule.objects.get_or_create(minute="0", hour=str(hour), day_of_week="5")
    PeriodicTask.objects.create(name="stocktaking", task="shop.tasks.take_stock", crontab=evening)
