"""Sums, lists, messages to other tasks, a few known things and those that nobody counts are done in no time."""

from celery import shared_task

from coins.db import SessionLocal
from coins.models import Coin, Price
from coins.valuation import value_coin

METALS = ("gold", "silver", "copper")


@shared_task
def value_by_metal(coins, prices):
    total = 0
    rows = []
    with SessionLocal() as session:
        for coin in coins:
            total += coin.weight
            rows.append(Coin(**coin))
            session.add(Price(coin))
        session.commit()
    for coin in coins:
        value_one.delay(coin.id)
    for metal in METALS:
        value_coin(metal)
    for attempt in range(3):
        value_coin(attempt)
    return total


@shared_task
def value_one(coin_id):
    value_coin(coin_id)


@shared_task
def value_metals(metals):
    for metal in metals:
        value_coin(metal)
