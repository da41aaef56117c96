import logging

from celery import Task, shared_task

from shipping.labels import print_label

logger = logging.getLogger(__name__)


class LoggedTask(Task):
    def on_failure(self, exc, task_id, args, kwargs):  # expect CEL123: def on_failure
        logger.error("%s failed: %s", task_id, exc)

    def on_success(self, retval, *args, **kwargs):
        logger.info("done: %s", retval)


@shared_task(base=LoggedTask)
def print_labels(order_id: int) -> None:
    print_label(order_id)
