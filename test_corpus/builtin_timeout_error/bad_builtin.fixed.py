from celery import shared_task
from celery.exceptions import TimeoutError
from django.http import JsonResponse


@shared_task
def quote(symbol: str) -> float:
    return float(len(symbol))


def quote_view(request, symbol):
    try:
        price = quote.delay(symbol).get(timeout=3)
    except TimeoutError:
        return JsonResponse({"error": "try again"}, status=503)
    return JsonResponse({"price": price})
