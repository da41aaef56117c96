"""A model of the database scheduler: its fields are text that it checks itself."""

from celery import shared_task
from django_celery_beat.models import CrontabSchedule, PeriodicTask


@shared_task
def install_schedules():
    nightly, _ = CrontabSchedule.objects.get_or_create(minute="0", hour="24", day_of_week="7")
    PeriodicTask.objects.create(crontab=nightly, name="nightly", task="store.tasks.nightly")
