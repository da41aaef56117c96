"""The results are kept for this call, or the task stands in no header at all."""

from celery import Celery, chord, group

from sundial.stones import carve, polish

app = Celery("sundial")
app.conf.update(result_backend="file:///var/results", task_serializer="json")


@app.task(ignore_result=True)
def carve_hour(hour: int) -> None:
    carve(hour)


@app.task(ignore_result=True)
def polish_stone(hours: list) -> None:
    polish(hours)


def make(hours: range) -> None:
    chord([carve_hour.s(hour).set(ignore_result=False) for hour in hours])(polish_stone.s())
    group(carve_hour.s(hour) for hour in hours).delay()
