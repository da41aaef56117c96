"""The schedule in the other file is not beat's."""

from celery import Celery

from lighthouse.rota import keeper_schedule

app = Celery("lighthouse", broker="redis://localhost:6379/0", include=["lighthouse.lamp"])
print(keeper_schedule())
