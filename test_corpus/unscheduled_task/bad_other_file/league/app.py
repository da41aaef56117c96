from celery import Celery
from celery.schedules import crontab

app = Celery("league", broker="redis://localhost", timezone="UTC", include=["league.tasks"])
app.conf.beat_schedule = {
    "fetch-results": {"task": "league.tasks.fetch_results", "schedule": crontab(minute="*/10")},
}
