"""The decorator of this file takes `retry` for itself."""

from celery import Celery

from radio.stations import tune

app = Celery("radio")


def job(retry=False, **options):
    if retry:
        options["autoretry_for"] = (OSError,)
    return app.task(ignore_result=True, autoretry_for=options.get("autoretry_for", ()))


@job(retry=True)
def tune_in(station: str) -> None:
    tune(station)
