"""The setting may be anywhere."""

from celery import shared_task
from celery.exceptions import Reject

from imports.parser import parse
from imports.quota import is_used_up


@shared_task
def import_quietly(customer: str, path: str) -> int:
    if is_used_up(customer):
        raise Reject("over quota", requeue=False)
    return parse(path)


@shared_task(acks_late=False)
def import_other(customer: str) -> None:
    try:
        parse(customer)
    except ValueError as error:
        raise RejectedFile(customer) from error


class RejectedFile(Exception):
    pass
