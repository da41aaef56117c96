from celery import Celery
from kombu import Queue

app = Celery("lamp")
app.conf.update(
    task_create_missing_queues=False,
    task_queues=[Queue("celery"), Queue("oil")],
    beat_schedule={
        "refill": {"task": "lamp.refill", "schedule": 3600, "options": {"queue": "oil"}},
        "trim": {"task": "lamp.trim", "schedule": 7200, "options": {"queue": "wicks"}},  # expect CEL520: "wicks"
    },
)
