from celery import exceptions, shared_task

from imports.parser import parse
from imports.quota import is_used_up


def _check(customer: str) -> None:
    if is_used_up(customer):
        raise exceptions.Reject("over quota", requeue=True)  # expect CEL219: raise exceptions.Reject("over quota", requeue=True)


@shared_task(acks_late=False)
def import_customer(customer: str, path: str) -> int:
    _check(customer)
    return parse(path)
