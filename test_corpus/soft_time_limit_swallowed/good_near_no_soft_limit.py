"""Only the hard limit is set, and that one raises nothing in the task."""

import logging

from celery import Celery

from flights.prices import latest_price, remember_price

app = Celery("flights")
app.conf.task_time_limit = 900
logger = logging.getLogger(__name__)


@app.task(time_limit=300)
def watch_prices(routes: list[str]) -> None:
    for route in routes:
        try:
            remember_price(route, latest_price(route))
        except Exception as error:
            logger.warning("no price for %s: %s", route, error)


@app.task(soft_time_limit=None)
def watch_all_prices(routes: list[str]) -> None:
    for route in routes:
        try:
            remember_price(route, latest_price(route))
        except Exception as error:
            logger.warning("no price for %s: %s", route, error)
