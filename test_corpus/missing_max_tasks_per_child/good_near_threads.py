# settings: worker-pool = "threads"
"""Threads are not replaced, whatever the setting says."""

from celery import Celery

app = Celery("gallery", broker="redis://localhost")
app.conf.worker_concurrency = 16


@app.task
def shrink(picture):
    print("shrinking", picture)
