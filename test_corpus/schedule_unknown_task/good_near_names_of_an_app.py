"""Tasks of other files may have a name of their own that begins with the name of this file, or as tasks here do."""

from celery import Celery

app = Celery("good_near_names_of_an_app")


@app.task(name="good_near_names_of_an_app.ping")
def ping():
    print("pong")


@app.task(name="station.report-am")
def report_morning():
    print("morning")


app.conf.beat_schedule = {
    "sync": {"task": "good_near_names_of_an_app.synchronise", "schedule": 60},
    "report": {"task": "station.report-pm", "schedule": 86400},
}
