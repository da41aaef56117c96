"""Due before the broker loses patience, or nobody knows here when; `expires` may be as far away as it likes."""

from celery import Celery

from ducks.pond import feed
from ducks.settings import OPTIONS, PAUSE

app = Celery("ducks", broker="redis://localhost/0", broker_transport_options={**OPTIONS})
kitchen = Celery("kitchen")


@app.task
def feed_ducks(pond: int) -> None:
    feed(pond)


def morning(pond: int) -> None:
    feed_ducks.apply_async((pond,), countdown=24 * 3600)
    feed_ducks.apply_async((pond,), countdown=PAUSE)
    feed_ducks.apply_async((pond,), countdown=60, expires=48 * 3600)
