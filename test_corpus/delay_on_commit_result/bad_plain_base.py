import logging

from celery import Task, shared_task

logger = logging.getLogger(__name__)


class LoggedTask(Task):
    def on_failure(self, exc, task_id, args, kwargs, einfo):
        logger.error("%s failed", task_id)


@shared_task(base=LoggedTask)
def charge(order_id: int) -> None:
    print(order_id)


def pay(order) -> None:
    order.save()
    charge.delay_on_commit(order.pk)  # expect CEL328: charge.delay_on_commit(order.pk)
