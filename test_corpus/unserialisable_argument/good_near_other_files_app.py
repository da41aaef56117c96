"""The app, and so what it writes messages with, is another file's matter."""

from observatory.celery import app


@app.task
def notify(labels, groups):
    return labels & groups


def notify_all(labels):
    notify.delay(set(labels), {"astronomers", "press"})
