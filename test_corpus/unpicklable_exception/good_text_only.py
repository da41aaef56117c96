from celery import shared_task

from cinema.halls import Hall


class HallFull(Exception):
    def __init__(self, hall: str, seats: int) -> None:
        super().__init__(hall, seats)
        self.hall = hall
        self.seats = seats

    def __str__(self) -> str:
        return f"{self.hall} has only {self.seats} seats"


@shared_task
def book(hall: str, guests: int) -> list[int]:
    seats = Hall(hall).free_seats()
    if len(seats) < guests:
        raise HallFull(hall, len(seats))
    return seats[:guests]
