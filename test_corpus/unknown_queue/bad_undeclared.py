from celery import Celery
from kombu import Queue

from lamp.oil import refill

app = Celery("lamp")
app.conf.task_create_missing_queues = False
app.conf.task_queues = [Queue("celery"), Queue(name="oil", routing_key="oil")]


@app.task
def refill_lamp(lamp: int) -> None:
    refill(lamp)


def dusk(lamp: int) -> None:
    refill_lamp.apply_async((lamp,), queue="oils")  # expect CEL520: queue="oils"
    refill_lamp.apply_async((lamp,), queue="oil")
