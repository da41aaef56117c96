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
    for coin in coins:  # expect CEL808: for coin in coins: ...
        await value_coin(coin)
    logger.info("collection_valued", coins=len(coins))
