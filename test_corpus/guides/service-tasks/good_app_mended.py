"""Each module of tasks is named, so that the worker imports it; beat runs what the crontab says."""

from celery import Celery
from celery.schedules import crontab

celery_app = Celery(
    "shop", broker="redis://redis:6379/0", backend="redis://redis:6379/1", include=["shop.tasks.stale_carts"]
)
celery_app.autodiscover_tasks(["shop"])
celery_app.conf.beat_schedule = {
    "count-carts": {
        "task": "shop.tasks.stale_carts.count_carts",
        "schedule": crontab(minute=15, hour=6),
    },
    "archive-orders": {
        "task": "shop.tasks.scheduled_jobs.archive_orders",
        "schedule": crontab(minute="*/20"),
    },
}
