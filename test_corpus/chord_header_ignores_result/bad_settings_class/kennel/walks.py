from celery import chord

from kennel.worker import app
from kennel.yard import fetch_leash, note


@app.task
def walk(dog: str) -> str:
    return fetch_leash(dog)


@app.task
def note_walks(dogs: list[str]) -> None:
    note(dogs)


def walk_all(dogs: list[str]) -> None:
    chord([walk.s(dog) for dog in dogs])(note_walks.s())  # expect CEL605: walk.s(dog)
