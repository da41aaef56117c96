"""An exception class is no service, it is what a service raises."""

from celery import shared_task

from hotel.services.rooms import RoomTaken, RoomTakenError


@shared_task(bind=True, throws=(RoomTaken,))
def book(self, room: int) -> None:
    from hotel.services import rooms

    try:
        rooms.book(room)
    except RoomTakenError as error:
        raise self.retry(exc=error)
