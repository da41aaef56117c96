"""Each row is locked in a transaction of its own, so that the others stay free."""

from celery import shared_task
from django.db import transaction

from rentals.models import Booking


@shared_task
def expire_bookings() -> None:
    for booking_id in Booking.objects.filter(expired=True).values_list("pk", flat=True):
        with transaction.atomic():
            booking = Booking.objects.select_for_update().get(pk=booking_id)
            booking.release()
