"""Only one of the two files is ever imported; and what is only defined on some way is no second task."""

from celery import Celery

from press import settings

app = Celery("press")

if settings.STEAM:
    from press import steam_tasks as tasks
else:
    from press import motor_tasks as tasks

__all__ = ["app", "tasks"]
