from nursery.celery_app import app


@app.task
def germinate(kind: str) -> int:
    return len(kind)
