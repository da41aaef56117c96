from celery import Celery

from tides.gauge import read_gauge

QUEUE_HOST = "queue.example"
app = Celery("tides")
app.conf.update(
    broker_url=f"rediss://{QUEUE_HOST}/1",
    broker_transport_options={"visibility_timeout": 600, "socket_timeout": 10},
)


@app.task
def read_tide(place: str) -> float:
    return read_gauge(place)


def flood(place: str) -> None:
    read_tide.apply_async((place,), countdown=600)  # expect CEL512: countdown=600
    app.send_task("tides.warn", (place,), countdown=1200)  # expect CEL512: countdown=1200
