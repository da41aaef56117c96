from celery import Celery

from stats.views import count_views

app = Celery("stats")


def count(day: str) -> int:
    return count_views(day)


count_task = app.task(count, name="stats.count", apply=None)  # expect CEL131: apply=None
