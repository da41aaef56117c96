from celery.schedules import crontab

from orchard.tasks import water


def includeme(config):
    config.add_periodic_task(crontab(minute=0, hour=6), water)
