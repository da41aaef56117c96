from celery import Celery

app = Celery("video", broker="redis://localhost")
app.conf.update(
    task_acks_late=True,
    worker_prefetch_multiplier=1,
)


@app.task
def transcode(clip):
    print("transcoding", clip)
