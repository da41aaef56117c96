from nests.celery_app import app


@app.task
def count_eggs() -> int:
    return 3
