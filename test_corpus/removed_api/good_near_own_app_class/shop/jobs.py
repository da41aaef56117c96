"""The app is of a class of the project's own, which has the method that Celery has dropped."""

from celery.schedules import crontab

from shop.core import app


@app.periodic_task(run_every=crontab(hour="3", minute="0"))
def purge_carts() -> None:
    print("purging")
