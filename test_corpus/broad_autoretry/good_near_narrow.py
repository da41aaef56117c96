"""These name what passes: classes called something like Exception, and one that is known elsewhere."""

import requests
from celery import shared_task

from stock.errors import TRANSIENT
from stock.scales import Exception as ScaleException
from stock.scales import weigh


class ShelfException(Exception):
    """A shelf is locked."""


@shared_task(autoretry_for=(requests.RequestException, ShelfException), retry_backoff=True)
def weigh_article(article: str) -> float:
    return weigh(article)


@shared_task(autoretry_for=(ScaleException,), retry_backoff=True)
def weigh_pallet(pallet: int) -> float:
    return weigh(pallet)


@shared_task(autoretry_for=TRANSIENT, retry_backoff=True)
def weigh_truck(truck: str) -> float:
    return weigh(truck)


@shared_task(autoretry_for=(Exception,), max_retries=0)
def weigh_once(article: str) -> float:
    return weigh(article)
