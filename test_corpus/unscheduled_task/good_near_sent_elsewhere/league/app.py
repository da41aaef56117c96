"""Another file sends, chains or names what the schedule leaves out."""

from celery import Celery
from celery.schedules import crontab
from league.locks import single_instance
from league.tables import count_points

app = Celery("league", broker="redis://localhost", timezone="UTC", include=["league.tasks"])
app.conf.beat_schedule = {
    "fetch-results": {"task": "league.tasks.fetch_results", "schedule": crontab(minute="*/10")},
}


@app.task
@single_instance("sum_up", timeout=600)
def sum_up() -> None:
    count_points()
