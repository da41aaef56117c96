import logging

from celery.signals import task_failure, worker_ready

from brewery.alarms import ring

logger = logging.getLogger(__name__)


@worker_ready.connect
def open_valves(sender, **kwargs):
    logger.info("%s is ready", sender)


@task_failure.connect(sender="brewery.boil")
def warn_brewer(sender=None, exception=None, task_id=None, **kwargs):
    ring(f"{task_id}: {exception}")
