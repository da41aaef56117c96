from celery import Celery

from zoo.animals import feed

app = Celery("zoo")


@app.task
def feed_animal(name: str) -> None:
    feed(name)
