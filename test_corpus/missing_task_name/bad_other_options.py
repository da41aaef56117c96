from celery import Celery, Task

from ferry.timetable import departures

app = Celery("ferry")


class CountedTask(Task):
    name = "ferry.counted"
    max_retries = 2


@app.task(bind=True, max_retries=5, acks_late=True)
def announce(self, pier: int) -> list[str]:  # expect CEL106: def announce
    return departures(pier)


@app.task(base=CountedTask)
def count_passengers(ship: str) -> int:  # expect CEL106: def count_passengers
    return len(departures(ship))


@app.task()
def close_gate(pier: int) -> None:  # expect CEL106: def close_gate
    departures(pier).clear()
