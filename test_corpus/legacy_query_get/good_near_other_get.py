"""What is got is an option of a request, a row of Django, or an entry of a dict."""

from celery import shared_task
from flask import request

from shop.models import Setting, Shelf


@shared_task
def report(filters: dict) -> str:
    query = request.args
    shelf = Shelf.objects.get(pk=filters.get("shelf"))
    return f"{query.get('page')} {shelf} {filters['query'].get('text')} {Setting.objects.filter(name='a').get()}"
