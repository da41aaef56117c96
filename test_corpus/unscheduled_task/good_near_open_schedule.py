"""The schedule holds entries that this file does not show."""

from celery import Celery, shared_task

from league.locks import single_instance
from league.schedule import WEEKLY

app = Celery("league", broker="redis://localhost")
app.conf.beat_schedule = {"fetch": {"task": "league.fetch", "schedule": 3600}, **WEEKLY}


@shared_task(name="league.rank")
@single_instance("rank", timeout=600)
def rank():
    print("ranked")
