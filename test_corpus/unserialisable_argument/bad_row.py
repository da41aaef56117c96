from django.http import HttpRequest

from bookings.models import Booking
from bookings.tasks import confirm, log_visit


def book(request: HttpRequest, seat: int) -> None:
    booking = Booking.objects.create(seat=seat)
    confirm.delay(booking)  # expect CEL505: booking
    confirm.apply_async(kwargs={"booking": Booking.objects.get(pk=seat)})  # expect CEL505: Booking.objects.get(pk=seat)
    log_visit.delay(request, path=request.path)  # expect CEL505: request
    for waiting in Booking.objects.filter(seat=None):
        confirm.delay(waiting, retry=False)  # expect CEL505: waiting
