import os

from celery import Celery

app = Celery("harbour", broker=os.environ.get("BROKER", "rediss://cache:6380/0"))
app.conf.beat_schedule = {
    "background-count": {"task": "harbour.count", "schedule": 60, "options": {"priority": 0, "expires": 60}},  # expect CEL726: 0
}


@app.task(name="harbour.count")
def count():
    print("counting")


@app.task
def send_alert(ship):
    print("alert", ship)


def on_fire(ship):
    send_alert.apply_async((ship,), priority=9)  # expect CEL726: 9
