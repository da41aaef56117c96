"""The engine came with the maker, and the `finally` disposes of it, though a handler re-raises before."""

import logging

from celery import shared_task

from harbour.db import create_task_session_maker
from harbour.pilots import assign
from harbour.tasks.utils import run_async, single_instance

logger = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=2, default_retry_delay=60)
@single_instance("assign-pilots", timeout=600)
def assign_pilots(self, batch_size: int = 100) -> dict:
    return run_async(_assign_pilots(batch_size))


async def _assign_pilots(batch_size: int) -> dict:
    session_maker, engine = create_task_session_maker()
    try:
        async with session_maker() as db:
            assigned = await assign(db, batch_size)
            await db.commit()
        return {"assigned": assigned}
    except Exception as error:
        logger.error("not assigned: %s", error)
        raise
    finally:
        await engine.dispose()
