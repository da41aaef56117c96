from celery import shared_task
from django.db import transaction

from donations.models import Donation
from donations.receipts import write_receipt


@shared_task
def send_receipt(donation_id: int, **_extra) -> None:
    write_receipt(donation_id)


@shared_task
def thank_donor(donation_id: int) -> None:
    write_receipt(donation_id, thanks_only=True)


@transaction.atomic
def accept(donation: Donation) -> None:
    donation.accept()
    send_receipt.apply_async_on_commit(args=(donation.pk,), priority=3)
    transaction.on_commit(lambda: thank_donor.apply_async(args=(donation.pk,), queue="mail"))
