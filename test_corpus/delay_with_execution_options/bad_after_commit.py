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
    send_receipt.delay_on_commit(donation.pk, priority=3)  # expect CEL501: priority=3
    transaction.on_commit(lambda: thank_donor.delay(donation.pk, queue="mail"))  # expect CEL501: queue="mail"
