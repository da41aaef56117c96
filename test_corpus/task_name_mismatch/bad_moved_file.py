from celery import Celery

from theatre.seats import free, take

app = Celery("theatre")


@app.task(name="theatre.seats.take_seat")  # expect CEL107: name="theatre.seats.take_seat"
def take_seat(seat: int) -> None:
    take(seat)


@app.task(name="free-seat")  # expect CEL107: name="free-seat"
def free_seat(seat: int) -> None:
    free(seat)


def count(row: int) -> int:
    return row


count_row = app.task(count, name="count")  # expect CEL107: name="count"
