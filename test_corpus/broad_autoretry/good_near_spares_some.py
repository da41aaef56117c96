"""What a retry does not mend is left out, here or where it cannot be seen."""

from celery import shared_task

from stock.errors import PERMANENT, UnknownArticle
from stock.labels import print_label
from stock.options import retry_options


@shared_task(autoretry_for=(Exception,), dont_autoretry_for=(UnknownArticle, TypeError), retry_backoff=True)
def label(article: str) -> None:
    print_label(article)


@shared_task(autoretry_for=(Exception,), dont_autoretry_for=PERMANENT)
def relabel(article: str) -> None:
    print_label(article, again=True)


@shared_task(autoretry_for=(Exception,), **retry_options())
def label_later(article: str) -> None:
    print_label(article)
