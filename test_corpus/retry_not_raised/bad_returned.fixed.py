from hotels.bookings import RoomTaken, reserve
from hotels.celery import app


@app.task(bind=True, name="hotels.reserve_room", max_retries=3)
def reserve_room(self, booking_id: int) -> str:
    try:
        return reserve(booking_id)
    except RoomTaken as error:
        raise self.retry(exc=error, countdown=300)
