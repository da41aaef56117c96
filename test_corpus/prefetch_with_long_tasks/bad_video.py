from celery import Celery

app = Celery("video", broker="redis://localhost")
app.conf.update(
    task_acks_late=True,
    worker_prefetch_multiplier=8,  # expect CEL714: 8
)


@app.task
def transcode(clip):
    print("transcoding", clip)
