from contextlib import suppress

from celery import shared_task

from app.db import create_task_session_maker
from app.stock import compare
from app.tasks.utils import run_async


@shared_task
def compare_stock() -> None:
    run_async(_compare_stock())


async def _compare_stock() -> None:
    shop_maker, shop_engine = create_task_session_maker("shop")
    depot_maker, depot_engine = create_task_session_maker("depot")
    try:
        async with shop_maker() as shop, depot_maker() as depot:
            await compare(shop, depot)
    finally:
        with suppress(Exception):
            await shop_engine.dispose()  # expect CEL311: shop_engine.dispose()
        with suppress(Exception):
            await depot_engine.dispose()
