from celery import shared_task

from cinema.halls import Hall


class HallFull(Exception):
    def __init__(self, hall: str, seats: int) -> None:  # expect CEL230: def __init__
        super().__init__(f"{hall} has only {seats} seats")
        self.hall = hall
        self.seats = seats


@shared_task
def book(hall: str, guests: int) -> list[int]:
    seats = Hall(hall).free_seats()
    if len(seats) < guests:
        raise HallFull(hall, len(seats))
    return seats[:guests]
