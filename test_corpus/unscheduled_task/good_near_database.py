"""A scheduler that keeps entries in a database as well."""

from celery import Celery, shared_task

from league.locks import single_instance

app = Celery("league", broker="redis://localhost")
app.conf.beat_scheduler = "django_celery_beat.schedulers:DatabaseScheduler"
app.conf.beat_schedule = {"fetch": {"task": "league.fetch", "schedule": 3600}}


@shared_task(name="league.rank")
@single_instance("rank", timeout=600)
def rank():
    print("ranked")
