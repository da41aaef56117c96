import logging

from celery import shared_task
from celery.contrib.django.task import DjangoTask

logger = logging.getLogger(__name__)


class LoggedTask(DjangoTask):
    def on_failure(self, exc, task_id, args, kwargs, einfo):
        logger.error("%s failed", task_id)


@shared_task(base=LoggedTask)
def charge(order_id: int) -> None:
    print(order_id)


def pay(order) -> None:
    order.save()
    charge.delay_on_commit(order.pk)
