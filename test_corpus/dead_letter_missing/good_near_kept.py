"""The arguments are kept: by a hook, a base class, a handler that stores them, or by rejecting the message."""

from celery import Task, shared_task
from celery.exceptions import Reject

from donations.bank import Bank, BankClosed
from donations.models import FailedTransfer
from donations.tasks.base import KeepingTask


class BankTask(Task):
    def on_failure(self, exc, task_id, args, kwargs, einfo):
        FailedTransfer.create(args=args, kwargs=kwargs, error=str(exc))


@shared_task(bind=True, base=BankTask, max_retries=3)
def pay_out(self, transfer: dict) -> None:
    try:
        Bank().pay(transfer)
    except BankClosed as closed:
        raise self.retry(exc=closed)


@shared_task(bind=True, base=KeepingTask, max_retries=3)
def pay_back(self, transfer: dict) -> None:
    try:
        Bank().pay(transfer)
    except BankClosed as closed:
        raise self.retry(exc=closed)


@shared_task(bind=True, max_retries=3)
def pay_rent(self, transfer: dict) -> None:
    try:
        Bank().pay(transfer)
    except BankClosed as closed:
        FailedTransfer.update_or_create(transfer["id"], error=str(closed))
        raise self.retry(exc=closed)


@shared_task(bind=True, max_retries=3, acks_late=True)
def pay_salary(self, transfer: dict) -> None:
    if "account" not in transfer:
        raise Reject("no account", requeue=False)
    try:
        Bank().pay(transfer)
    except BankClosed as closed:
        raise self.retry(exc=closed)
