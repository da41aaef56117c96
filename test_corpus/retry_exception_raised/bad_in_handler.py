from celery import exceptions

from labs.celery import app
from labs.results import ResultPending, fetch_result


def _fetch(sample: str) -> dict:
    try:
        return fetch_result(sample)
    except ResultPending as error:
        raise exceptions.Retry(exc=error, when=60) from error  # expect CEL235: raise exceptions.Retry(exc=error, when=60) from error


@app.task(name="labs.fetch")
def fetch(sample: str) -> dict:
    return _fetch(sample)


@app.task(name="labs.fetch_last")
def fetch_last() -> dict:
    try:
        return fetch_result("last")
    except ResultPending:
        raise exceptions.Retry  # expect CEL235: raise exceptions.Retry
