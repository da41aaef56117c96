from celery import shared_task
from django.http import JsonResponse


@shared_task
def quote(symbol: str) -> float:
    return float(len(symbol))


def quote_view(request, symbol):
    price = quote.delay(symbol).get()  # expect CEL503: quote.delay(symbol).get()
    return JsonResponse({"price": price})
