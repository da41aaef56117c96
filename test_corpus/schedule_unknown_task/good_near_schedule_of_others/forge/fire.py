from forge.celery import app


@app.task
def stoke() -> None:
    print("stoking")
