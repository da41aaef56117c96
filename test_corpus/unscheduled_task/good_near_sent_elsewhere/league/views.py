from celery import current_app
from league.app import sum_up
from league.tasks import update_rankings


def close_day() -> None:
    sum_up.delay()
    update_rankings.delay()
    current_app.send_task("league.trophies")
