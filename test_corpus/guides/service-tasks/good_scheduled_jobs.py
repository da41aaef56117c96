"""Periodic tasks are put into the schedule by the helper of the house, under their registered names."""

import time

from shop.celery_app import celery_app
from shop.logging import get_logger
from shop.metrics import observe_job
from shop.services.scheduler_config import _effective_bool, _sync_scheduled_task
from shop.settings import SettingDomain

logger = get_logger(__name__)


@celery_app.task(name="shop.tasks.scheduled_jobs.archive_orders")
def archive_orders() -> dict[str, int]:
    """Move delivered orders to the archive."""
    start = time.monotonic()
    status = "success"
    logger.info("ARCHIVE_ORDERS_START")
    results = {"archived": 0}
    try:
        from shop.services import orders

        results["archived"] = orders.archive_delivered()
        logger.info("ARCHIVE_ORDERS_COMPLETE archived=%d", results["archived"])
    except Exception as error:
        status = "error"
        logger.error("ARCHIVE_ORDERS_ERROR error=%s", str(error))
        raise
    finally:
        observe_job("archive_orders", status, time.monotonic() - start)
    return results


def sync_schedule(db):
    """Write the schedule of the periodic tasks."""
    _sync_scheduled_task(
        db,
        name="Archive delivered orders",
        task_name="shop.tasks.scheduled_jobs.archive_orders",
        enabled=_effective_bool(db, SettingDomain.orders, "archive", "ARCHIVE_ORDERS", default=True),
        interval_seconds=3600,
    )
