# settings: queues = ["celery", "letters"]
from post.celery_app import app


@app.task
def deliver(letter: str) -> None:
    deliver.delay(letter)
