"""The app is made in another file: its task class may well read the option."""

from cinema.celery import app
from cinema.projectors import Projector


@app.task(name="cinema.warm_up", room_lock=True, description="Switch the lamp on")
def warm_up(room: int) -> None:
    Projector(room).lamp_on()


@app.task(name="cinema.cool_down", room_lock=True, description="Switch the lamp off")
def cool_down(room: int) -> None:
    Projector(room).lamp_off()
