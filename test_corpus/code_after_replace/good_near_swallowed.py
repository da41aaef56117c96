"""A handler takes what `replace` raises, so that the code after it does run."""

from contextlib import suppress

from celery import shared_task
from celery.exceptions import Ignore

from mint.coins import stamp, weigh


@shared_task
def stamp_coin(coin: str) -> None:
    stamp(coin)


@shared_task(bind=True)
def mint(self, coin: str) -> float:
    try:
        self.replace(stamp_coin.si(coin))
        weigh(coin)
    except Ignore:
        weigh("another coin")
    with suppress(Ignore):
        self.replace(stamp_coin.si(coin))
        weigh(coin)
    return weigh(coin)
