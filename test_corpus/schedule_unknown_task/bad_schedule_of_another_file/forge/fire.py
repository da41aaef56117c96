from forge.celery import app


@app.task
def stoke() -> None:
    print("stoking")


@app.task
def sweep() -> None:
    print("sweeping")


@app.task
def bank() -> None:
    print("banking")
