# settings: service-packages = ["use_cases", "*_service"]
from celery import shared_task

from opera.booking_service import Booking  # expect CEL113: from opera.booking_service import Booking
from opera.use_cases.seats import release  # expect CEL113: from opera.use_cases.seats import release


@shared_task
def release_seats(performance: int) -> int:
    return sum(release(seat) for seat in Booking.unpaid(performance))
