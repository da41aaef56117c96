from ferry.boats import open_ramp
from ferry.celery import app


@app.task
def open_for(boat: str) -> None:
    open_ramp(boat)


def announce(boat: str) -> None:
    open_for.apply_async((boat,), countdown=3 * 3600)  # expect CEL512: countdown=3 * 3600
    open_for.apply_async((boat,), countdown=90 * 60)
