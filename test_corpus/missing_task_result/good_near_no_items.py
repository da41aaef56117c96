"""No batch: a few fixed steps, attempts, lines of a text that is made, what is left to do, a helper with a loop; and
what is drawn is no count."""

import time

from celery import shared_task

from pool.water import Busy, close_valve, measure, send_report
from pool.words import describe

VALVES = ("inlet", "outlet")


@shared_task
def close_pool() -> None:
    for valve in VALVES:
        close_valve(valve)


@shared_task
def open_pool() -> None:
    for attempt in range(3):
        try:
            close_valve("drain")
            break
        except Busy:
            time.sleep(attempt)


@shared_task
def report(samples: list[int]) -> None:
    lines = []
    for sample in samples:
        lines.append(describe(sample))
    send_report("\n".join(lines))


@shared_task
def drain(pool: int) -> None:
    later = close_valve(pool)
    for step in later:
        step()


@shared_task
def plot(samples: list[int], canvas):
    picture = canvas.open()
    for sample in samples:
        picture.mark(sample)
    return picture.read()


@shared_task
def heat(degrees: int) -> None:
    _heat(degrees)


def _heat(degrees: int) -> None:
    for reading in measure(degrees):
        reading.store()
