from mint.celery import app
from mint.dies import strike


@app.task
def strike_coins(count: int) -> None:
    for _ in range(count):
        strike()
