from celery import Celery

app = Celery("gallery", broker="redis://localhost")
app.conf.update(
    task_serializer="json",
    worker_concurrency=8,
    worker_prefetch_multiplier=1,
    worker_max_tasks_per_child=200,
)


@app.task
def shrink(picture):
    print("shrinking", picture)
