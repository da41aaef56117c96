from celery.schedules import crontab

from orchard.tasks import pick


def pick_all(celery):
    celery.add_periodic_task(crontab(minute=0, hour=7), pick.s("plum"))
