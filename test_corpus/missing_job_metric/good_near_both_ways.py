"""One call for runs that succeed and one for runs that fail; the coroutine of a task measures it as well."""

import time

from celery import shared_task

from vineyard.metrics import observe_job
from vineyard.runner import run_async
from vineyard.services import cellar, weather


@shared_task
def taste_wine_task(barrel):
    start = time.monotonic()
    try:
        cellar.taste(barrel)
    except Exception:
        observe_job("taste_wine", "error", time.monotonic() - start)
        raise
    observe_job("taste_wine", "success", time.monotonic() - start)


@shared_task
def weigh_harvest(field):
    start = time.monotonic()
    try:
        cellar.weigh(field)
    except OSError:
        observe_job("weigh_harvest", "error", 0)
        raise
    observe_job("weigh_harvest", "success", time.monotonic() - start)


@shared_task(name="vineyard.tasks.weather.read_forecast")
def read_forecast():
    return run_async(_read_forecast())


async def _read_forecast():
    status = "error"
    start = time.monotonic()
    try:
        forecast = await weather.forecast()
        status = "success"
        return forecast
    finally:
        observe_job("read_forecast", status, time.monotonic() - start)
