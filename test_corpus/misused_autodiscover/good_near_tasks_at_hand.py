"""The tasks are imported below the app, or written here."""

from celery import Celery

app = Celery("library", broker="amqp://localhost")
app.autodiscover_tasks()

from library.tasks import lend, take_back  # noqa: E402


def open_library(sender: Celery) -> None:
    sender.add_periodic_task(60.0, lend.s())
    sender.add_periodic_task(90.0, take_back.s())
