"""A worker that takes a message only when a process is free."""

from celery import Celery

app = Celery("video", broker="redis://localhost")
app.conf.task_acks_late = True
app.conf.worker_disable_prefetch = True


@app.task(time_limit=7200)
def transcode(clip):
    print("transcoding", clip)
