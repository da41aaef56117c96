"""Periodic tasks are put into the schedule by the helper of the house, under their registered names."""

from shop.celery_app import celery_app
from shop.services.scheduler_config import _effective_bool, _sync_scheduled_task
from shop.settings import SettingDomain


@celery_app.task(name="shop.tasks.scheduled_jobs.archive_orders")
def archive_orders() -> dict[str, int]:
    """Move delivered orders to the archive."""
    from shop.services import orders

    return {"archived": orders.archive_delivered()}


def sync_schedule(db):
    """Write the schedule of the periodic tasks."""
    _sync_scheduled_task(
        db,
        name="Archive delivered orders",
        task_name="shop.tasks.scheduled_jobs.archive_orders",
        enabled=_effective_bool(db, SettingDomain.orders, "archive", "ARCHIVE_ORDERS", default=True),
        interval_seconds=3600,
    )
