"""Results are pickled, which takes sets and models."""

from celery import Celery

app = Celery("science", backend="redis://")
app.conf.update(result_serializer="pickle", accept_content=["pickle"])


@app.task
def primes(limit: int):
    return {number for number in range(2, limit) if all(number % other for other in range(2, number))}
