from celery import Celery

from hotel.rooms import clean_room, inspect_room

app = Celery("hotel")


@app.task
def clean(room: int) -> None:
    clean_room(room)


class Rooms:
    @staticmethod
    @app.task
    def clean(room: int) -> None:  # expect CEL108: def clean
        clean_room(room)


@app.task(bind=True)
def inspect(self, room: int) -> None:
    inspect_room(room)


@app.task(bind=True)
def inspect(self, room: int, closely: bool = True) -> None:  # expect CEL108: def inspect
    inspect_room(room, closely=closely)
