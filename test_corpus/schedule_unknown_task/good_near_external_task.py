# settings: external-tasks = ["good_near_external_task.*"]
"""Another service registers it, as the settings say."""

from celery import Celery

app = Celery("tower", broker="redis://localhost")


@app.task
def ring():
    print("ringing")


app.conf.beat_schedule = {
    "strike": {"task": "good_near_external_task.strike", "schedule": 3600},
}
