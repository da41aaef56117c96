# settings: scheduler-helpers = ["install_job"]
from celery import shared_task

from hotel.scheduling import install_job


@shared_task(name="hotel.clean_rooms")
def clean_rooms():
    print("cleaning")


def install(db):
    install_job(db, name="Clean rooms", task_name="hotel.clean_rooms", interval_seconds=3600)
