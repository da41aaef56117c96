"""Another decorator, `typing=False`, a base class or options out of sight: the function need not take what is sent."""

from celery import Celery, shared_task

from orchestra.celery import SeatedTask, task_options
from orchestra.seats import conductor, with_seat

app = Celery("orchestra", strict_typing=False)
band = Celery("band", task_cls="orchestra.base:SeatedTask")


@shared_task
@with_seat
def tune(seat, instrument: str) -> None:
    seat.tune(instrument)


@shared_task(typing=False)
def rehearse(piece: str) -> None:
    conductor.rehearse(piece)


@shared_task(base=SeatedTask)
def play(seat, piece: str) -> None:
    seat.play(piece)


@shared_task(**task_options("strings"))
def bow(task, piece: str) -> None:
    task.log(piece)


@app.task
def applaud(seconds: int) -> None:
    conductor.applaud(seconds)


@band.task
def march(seat, piece: str) -> None:
    seat.march(piece)


def concert(piece: str) -> None:
    march.delay(piece)
    tune.delay("violin")
    rehearse.delay(piece, encore=True)
    play.delay(piece)
    bow.delay(piece)
    applaud.delay()
