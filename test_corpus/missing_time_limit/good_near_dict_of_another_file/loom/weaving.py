from loom.celery import app


@app.task
def weave(threads: int) -> int:
    return threads
