from celery import Celery, shared_task
from celery.schedules import crontab

from league.locks import single_instance
from league.tables import count_points, fetch_results

app = Celery("league", broker="redis://localhost", timezone="UTC")
app.conf.beat_schedule = {
    "fetch-results": {"task": "league.fetch_results", "schedule": crontab(minute="*/10")},
    "update-rankings": {"task": "league.update_rankings", "schedule": crontab(minute=5)},
}


@shared_task(name="league.fetch_results")
@single_instance("fetch_results", timeout=600)
def fetch():
    fetch_results()


@shared_task(name="league.update_rankings")
@single_instance("update_rankings", timeout=600)
def update_rankings():
    count_points()
