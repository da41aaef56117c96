"""What the task of another file does to keep its runs apart is not seen from here."""

from celery import Celery

from nests.tasks import count_eggs

app = Celery("nests")


@app.on_after_finalize.connect
def set_up(sender: Celery, **_: object) -> None:
    sender.add_periodic_task(60.0, count_eggs.s())


@app.task
def ping() -> str:
    return "pong"
