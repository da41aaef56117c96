"""The smallest task: a plain function whose value JSON can hold."""

from celery import shared_task


@shared_task(max_retries=0, time_limit=10)
def gross_price(net_cents: int, percent: int) -> int:
    """Add the value added tax to a price."""
    return net_cents + net_cents * percent // 100
