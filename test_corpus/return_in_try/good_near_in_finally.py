"""The first `return` is before the `try`, the others are in a `try` inside the coroutine whose `finally` only logs."""

import logging

from celery import shared_task

from clinic.db import create_task_session_maker
from clinic.tasks.utils import run_async
from clinic.visits import close_all

logger = logging.getLogger(__name__)


@shared_task
def close_visits(day: str | None) -> int:
    return run_async(_close_visits(day))


async def _close_visits(day: str | None) -> int:
    session_maker, engine = create_task_session_maker()
    if day is None:
        return 0
    closed = 0
    try:
        async with session_maker() as db:
            closed = await close_all(db, day)
    finally:
        await engine.dispose()
    try:
        return closed
    finally:
        logger.info("closed %d", closed)
