"""The other option is given: by the base class, a setting, or where it cannot be seen."""

from celery import Celery, Task, shared_task

from trains.delays import measure
from trains.options import options
from trains.seats import TrainFull, assign
from trains.tickets import refund, sell


class LateTask(Task):
    acks_late = True


app = Celery("trains")
app.conf.task_acks_late = True


@shared_task(base=LateTask, acks_on_failure=False)
def sell_ticket(seat: str) -> str:
    return sell(seat)


@app.task(acks_on_failure=False)
def refund_ticket(number: int) -> None:
    refund(number)


@shared_task(acks_on_failure=False, **options)
def refund_all(numbers: list[int]) -> None:
    for number in numbers:
        refund(number)


@shared_task(track_started=True, store_errors_even_if_ignored=True)
def measure_delay(train: int) -> int:
    return measure(train)


@shared_task(bind=True, autoretry_for=(ConnectionError,), max_retries=10, retry_kwargs={"max_retries": 3})
def assign_seat(self, train: int) -> str:
    try:
        return assign(train)
    except TrainFull as error:
        raise self.retry(exc=error, countdown=3600)
