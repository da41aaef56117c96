import logging

from celery import shared_task

from app.db import create_task_session_maker
from app.tasks.utils import run_async

logger = logging.getLogger(__name__)


@shared_task
def compare_stock() -> None:
    run_async(_compare_stock())


async def _compare_stock() -> None:
    shop_maker, shop_engine = create_task_session_maker("shop")
    depot_maker, depot_engine = create_task_session_maker("depot")
    try:
        async with shop_maker() as shop, depot_maker() as depot:
            logger.info("shop %s depot %s", await shop.scalar("SELECT 1"), await depot.scalar("SELECT 1"))
    finally:
        if depot_engine is not None:
            try:
                await depot_engine.dispose()
            except Exception:
                logger.exception("depot_engine.dispose() failed")
        try:
            await shop_engine.dispose()
        except OSError:
            logger.warning("shop engine not disposed of")
