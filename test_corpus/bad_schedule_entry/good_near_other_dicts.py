"""Dicts of other libraries that look like a schedule."""

from celery import Celery

app = Celery("radio", broker="redis://localhost")

RQ_SCHEDULE = {"playlist": {"func": "radio.jobs.playlist", "cron": "0 * * * *"}}
beat_schedule = {"song": {"bars": 16, "schedule": "4/4"}}


@app.task
def play(song, schedule="4/4"):
    print(song, schedule, beat_schedule[song], RQ_SCHEDULE)
