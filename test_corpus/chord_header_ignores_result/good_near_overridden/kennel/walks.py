from celery import chord

from kennel.worker import app


@app.task
def walk(dog: str) -> str:
    return dog.upper()


@app.task
def count_walks(dogs: list[str]) -> int:
    return len(dogs)


def walk_all(dogs: list[str]) -> None:
    chord([walk.s(dog) for dog in dogs])(count_walks.s())
