from loom.celery import app


@app.task
def weave(threads: int) -> int:  # expect CEL216: def weave
    return threads
