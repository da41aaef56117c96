from celery import Celery

app = Celery("thumbnails")
app.conf.update(
    broker_url="redis://localhost/0",
    result_backend="cache+memory://",  # expect CEL532: "cache+memory://"
)


@app.task
def shrink(path: str) -> str:
    return path


def is_done(task_id: str) -> bool:
    return app.AsyncResult(task_id).ready()
