"""The state, a bar, or the function that does the work tells how far it is."""

import logging

from celery import shared_task
from tqdm import tqdm

from coins.valuation import clean_coin, value_coin

logger = logging.getLogger(__name__)


@shared_task(bind=True)
def value_all(self, coins):
    for number, coin in enumerate(coins, 1):
        value_coin(coin)
        self.update_state(state="PROGRESS", meta={"current": number, "total": len(coins)})


@shared_task
def clean_all(coins):
    for coin in tqdm(coins):
        clean_coin(coin)


@shared_task
def weigh_all(coins):
    for coin in coins:
        weigh(coin)


def weigh(coin):
    logger.info("weighing %s", coin)
    clean_coin(coin, scales=True)
