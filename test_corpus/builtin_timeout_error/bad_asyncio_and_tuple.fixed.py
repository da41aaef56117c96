import asyncio
import logging
from concurrent import futures

from celery import group
from celery.exceptions import TimeoutError
from celery.result import AsyncResult

from images.tasks import shrink

logger = logging.getLogger(__name__)


def fetch(task_id: str) -> str:
    result = AsyncResult(task_id)
    try:
        return result.get(5)
    except TimeoutError as error:
        logger.warning("late: %s", error)
    except Exception:
        logger.exception("failed")
    return ""


def shrink_all(paths: list[str]) -> list[str]:
    try:
        sent = group(shrink.s(path) for path in paths)()
        return sent.join(timeout=60)
    except (ValueError, TimeoutError):
        return []
