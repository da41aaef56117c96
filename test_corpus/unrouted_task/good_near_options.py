"""Tasks that are sent to a queue by an option: of the entry, the task or each call; and Celery's own."""

from celery import Celery

from post.options import SLOW

app = Celery("post", broker="redis://localhost")
app.conf.task_routes = {"post.letters.*": {"queue": "letters"}}
app.conf.beat_schedule = {
    "weigh": {"task": "post.parcels.weigh", "schedule": 30, "options": {"queue": "parcels"}},
    "sort": {"task": "post.parcels.sort", "schedule": 30, "options": SLOW},
    "clean": {"task": "celery.backend_cleanup", "schedule": 3600},
    "stamp": {"task": "post.letters.stamp", "schedule": 30},
}


@app.task(name="post.parcels.count", queue="parcels")
def count():
    print("counted")


@app.task(name="post.parcels.track")
def track(parcel):
    print("tracked", parcel)


def on_arrival(parcel):
    track.apply_async((parcel,), queue="parcels")
