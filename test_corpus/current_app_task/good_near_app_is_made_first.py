"""The file makes the app itself, before it asks for the current one."""

from celery import Celery, current_app

from steppe.horses import ride

app = Celery("steppe")


@current_app.task
def ride_out(horse: int) -> None:
    ride(horse)
