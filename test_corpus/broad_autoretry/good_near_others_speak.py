"""The soft time limit that is retried as well is the worse of it, and another rule's."""

from celery import shared_task

from stock.forecast import forecast


@shared_task(autoretry_for=(Exception,), retry_backoff=True, soft_time_limit=600, time_limit=660)
def forecast_demand(article: str) -> list[int]:
    return forecast(article)
