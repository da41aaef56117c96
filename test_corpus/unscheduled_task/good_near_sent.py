"""A task that is sent by something in the file: a call, a name, another entry."""

from celery import Celery, shared_task

from league.locks import single_instance

app = Celery("league", broker="redis://localhost")
app.conf.beat_schedule = {
    "fetch": {"task": "league.tasks.fetch", "schedule": 60, "options": {"expires": 60}},
}


@shared_task
@single_instance("fetch", timeout=600)
def fetch():
    print("fetched")


@shared_task(name="league.rank")
@single_instance("rank", timeout=600)
def rank():
    print("ranked")


@shared_task(name="league.publish")
@single_instance("publish", timeout=600)
def publish():
    print("published")


def on_result():
    rank.delay()
    app.send_task("league.publish")
