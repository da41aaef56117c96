from celery import Celery

app = Celery("post", broker="redis://localhost")
app.conf.task_routes = {"post.letters.*": {"queue": "letters"}}
app.conf.beat_schedule = {
    "weigh": {"task": "post.parcels.weigh", "schedule": 30, "options": {"priority": 3, "expires": 30}},
}


@app.task(name="post.letters.stamp")
def stamp(letter):
    print("stamped", letter)


@app.task(name="post.parcels.weigh")
def weigh():  # expect CEL739: def weigh
    print("weighed")


@app.task(name="post.parcels.track")
def track(parcel):  # expect CEL739: def track
    print("tracked", parcel)


def on_arrival(parcel):
    track.delay(parcel)
