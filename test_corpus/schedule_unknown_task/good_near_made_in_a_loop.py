"""Tasks of names that are made up at run time."""

from celery import Celery

app = Celery("press", broker="redis://localhost")


def print_edition(city):
    print("printing for", city)


for town in ("oslo", "bergen"):
    app.task(name=f"good_near_made_in_a_loop.print_{town}")(print_edition)


@app.task
def deliver():
    print("delivering")


app.conf.beat_schedule = {
    "oslo": {"task": "good_near_made_in_a_loop.print_oslo", "schedule": 86400},
}
