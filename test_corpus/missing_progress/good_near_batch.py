"""A batch of limited size is soon done, and the loop around batches is one of batches."""

from celery import shared_task
from sqlalchemy import select
from structlog import get_logger

from coins.db import create_task_session_maker
from coins.models import Coin
from coins.runner import run_async
from coins.valuation import value_coin

logger = get_logger()


@shared_task(bind=True, max_retries=2)
def value_some(self, batch_size: int = 500):
    return run_async(_value_some(batch_size))


async def _value_some(batch_size):
    session_maker, engine = create_task_session_maker()
    results = {"processed": 0, "errors": 0}
    try:
        async with session_maker() as db:
            result = await db.execute(select(Coin).order_by(Coin.id).limit(batch_size))
            coins = result.scalars().all()
            for coin in coins:
                try:
                    await value_coin(coin)
                    results["processed"] += 1
                except OSError as error:
                    logger.error("valuing_failed", coin_id=coin.id, error=str(error))
                    results["errors"] += 1
            await db.commit()
        logger.info("valued", **results)
        return results
    finally:
        await engine.dispose()


@shared_task
def value_first(coins):
    for coin in coins[:20]:
        value_coin(coin)
