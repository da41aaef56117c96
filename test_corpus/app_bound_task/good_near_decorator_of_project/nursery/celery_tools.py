"""A decorator of the project is more than that of an app, whatever it is called."""

from celery import Celery

app = Celery("nursery")


def task(*args, **options):
    return app.task(*args, acks_late=True, **options)
