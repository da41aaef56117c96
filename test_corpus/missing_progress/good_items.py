from celery import shared_task
from structlog import get_logger

from coins.runner import run_async
from coins.valuation import value_coin

logger = get_logger()


@shared_task(bind=True)
def value_collection(self, coins: list):
    """Value every coin of a collection."""
    return run_async(_value_collection(coins))


async def _value_collection(coins):
    total = len(coins)
    for number, coin in enumerate(coins, 1):
        await value_coin(coin)
        if number % 100 == 0:
            logger.info("valuing", processed=number, total=total, percent=round(number / total * 100, 1))
    logger.info("collection_valued", coins=total)
