"""The settings come from an object of another module."""

from celery import Celery, chord

from stable.horses import feed, muck_out

app = Celery("stable", broker="redis://localhost")
app.config_from_object("stable.celeryconfig")


@app.task
def feed_horse(horse: str) -> None:
    feed(horse)


@app.task
def clean_stable(_fed: list[None]) -> None:
    muck_out()


def evening(horses: list[str]) -> None:
    chord([feed_horse.s(horse) for horse in horses])(clean_stable.s())
