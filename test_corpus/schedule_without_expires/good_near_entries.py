"""Rare runs, which are worth catching up; entries and options that cannot be seen whole; a task that expires."""

from datetime import timedelta

from celery import Celery
from celery.schedules import crontab

from shop.options import DEFAULTS, FRESH

app = Celery("shop", broker="redis://localhost")


@app.task(name="shop.poll", expires=10)
def poll():
    print("polled")


app.conf.beat_schedule = {
    "poll": {"task": "shop.poll", "schedule": 10},
    "invoice": {"task": "shop.invoice", "schedule": timedelta(days=1)},
    "report": {"task": "shop.report", "schedule": crontab(minute="0,30", hour=6)},
    "stock": {"task": "shop.stock", "schedule": crontab(minute=0, hour="*/4")},
    "prices": {"task": "shop.prices", "schedule": 30, "options": FRESH},
    "images": {"task": "shop.images", "schedule": 30, "options": {"queue": "slow", **DEFAULTS}},
    "texts": {"task": "shop.texts", "schedule": 30, **DEFAULTS},
    "names": {"task": "shop.names", "schedule": DEFAULTS["interval"]},
}
