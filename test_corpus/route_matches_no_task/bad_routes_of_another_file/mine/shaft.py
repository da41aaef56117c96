from mine.celery_app import app


@app.task
def dig() -> None:
    print("digging")


@app.task
def haul() -> None:
    print("hauling")
