"""The method is a directive of the project's Pyramid configurator, which takes functions."""

from celery.schedules import crontab


def purge_caches(request):
    request.cache.purge()


def includeme(config):
    config.add_periodic_task(crontab(minute="*/5"), purge_caches)
    config.add_periodic_task(purge_caches, 60)
