from celery import shared_task
from league.app import app
from league.locks import single_instance
from league.tables import count_points, fetch


@shared_task
@single_instance("fetch_results", timeout=600)
def fetch_results() -> None:
    fetch()


@app.task
@single_instance("update_rankings", timeout=600)
def update_rankings() -> None:  # expect CEL740: def update_rankings
    count_points()


@shared_task(name="league.trophies")
@single_instance("polish_trophies", timeout=600)
def polish_trophies() -> None:  # expect CEL740: def polish_trophies
    count_points()
