"""Each module of tasks is named, so that the worker imports it; beat runs what the crontab says."""

from celery import Celery
from celery.schedules import crontab

celery_app = Celery(
    "shop",
    broker="redis://redis:6379/0",
    backend="redis://redis:6379/1",
    include=["shop.tasks.overdue_invoices", "shop.tasks.stale_carts"],
)
celery_app.autodiscover_tasks(["shop"])
celery_app.conf.beat_schedule = {
    "remind-overdue": {
        "task": "shop.tasks.overdue_invoices.remind_overdue",
        "schedule": crontab(minute=15, hour=6),
    },
    "expire-carts": {
        "task": "shop.tasks.stale_carts.expire_carts",
        "schedule": crontab(minute="*/20"),
        "kwargs": {"hours": 72},
    },
}
