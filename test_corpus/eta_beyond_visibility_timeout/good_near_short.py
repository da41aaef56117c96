"""Due within the hour that Redis waits."""

from celery import Celery

from foxes.den import dig

app = Celery("foxes", broker="redis://localhost/0")


@app.task
def dig_deeper(metres: int) -> None:
    dig(metres)


def winter(metres: int) -> None:
    dig_deeper.apply_async((metres,), countdown=59 * 60, expires=48 * 3600)
    dig_deeper.delay(metres)
