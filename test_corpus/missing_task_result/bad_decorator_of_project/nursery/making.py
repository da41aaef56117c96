from celery import Celery

app = Celery("nursery")


def task(*args, **options):
    return app.task(*args, acks_late=True, **options)
