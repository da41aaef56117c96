"""A view waits, and a function that looks where it runs."""

from celery import current_task, shared_task
from django.http import JsonResponse


@shared_task
def quote(symbol: str) -> float:
    return float(len(symbol))


def quote_view(request, symbol):
    return JsonResponse({"price": quote.delay(symbol).get(timeout=3)})


def price(symbol: str) -> float:
    if current_task:
        return quote(symbol)
    return quote.delay(symbol).get(timeout=3)


@shared_task
def report(symbols: list[str]) -> float:
    return sum(price(symbol) for symbol in symbols)
