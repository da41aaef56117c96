"""The decorator belongs to another library, with a grammar of its own."""

from celery import shared_task
from django_ratelimit.decorators import ratelimit
from webhooks.bus import bus

from donations.receipts import write_receipt


@shared_task(rate_limit="1/s")
def send_receipt(donation_id: int) -> None:
    write_receipt(donation_id)


@bus.subscriber("donations.received", rate_limit="100/day")
def on_donation(donation_id: int) -> None:
    send_receipt.delay(donation_id)


@ratelimit(key="ip", rate="5/d")
def donate(request) -> None:
    on_donation(request.POST["donation"])
