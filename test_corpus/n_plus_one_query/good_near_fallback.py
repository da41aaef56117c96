"""The query runs only for the items that fail, not for every one."""

from celery import shared_task
from django.db import IntegrityError

from catalogue.feeds import read_feed
from catalogue.models import Supplier


@shared_task
def import_suppliers(feed: str) -> None:
    for entry in read_feed(feed):
        try:
            supplier = Supplier.objects.create(number=entry.number)
        except IntegrityError:
            supplier = Supplier.objects.get(number=entry.number)
        supplier.touch()
