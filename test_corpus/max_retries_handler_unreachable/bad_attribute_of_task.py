import logging

from celery import Task

from cards.acquirer import AcquirerDown, settle
from cards.celery import app

logger = logging.getLogger(__name__)


class Settle(Task):
    name = "cards.settle"
    max_retries = 9

    def run(self, payment_id: int) -> None:
        try:
            settle(payment_id)
        except AcquirerDown as down:
            try:
                if self.request.retries == 0:
                    raise self.retry(exc=down, countdown=0)
                raise self.retry(exc=down)
            except self.MaxRetriesExceededError as error:  # expect CEL226: except self.MaxRetriesExceededError as error
                logger.error("payment %s given up: %s", payment_id, error)


app.register_task(Settle())
