from celery import Celery

from snow.ploughs import plough

app = Celery("snow", broker="sqs://")
app.conf.broker_transport_options = {"region": "eu-north-1"}


@app.task
def clear(road: int) -> None:
    plough(road)


def snowfall(road: int) -> None:
    clear.apply_async((road,), countdown=45 * 60)  # expect CEL512: countdown=45 * 60
