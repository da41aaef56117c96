from celery import Celery

app = Celery("gallery", broker="redis://localhost")
app.conf.update(
    task_serializer="json",
    worker_concurrency=8,  # expect CEL715: worker_concurrency
    worker_prefetch_multiplier=1,
)


@app.task
def shrink(picture):
    print("shrinking", picture)
