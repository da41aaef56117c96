import logging

from celery import shared_task

from coins.db import SessionLocal
from coins.models import Coin
from coins.photos import refresh_photo

logger = logging.getLogger(__name__)


@shared_task
def refresh_photos():
    failed = 0
    with SessionLocal() as session:
        coins = session.query(Coin).filter(Coin.photo.isnot(None)).all()
        for coin in sorted(coins, key=lambda each: each.id):  # expect CEL808: for coin in sorted(coins, key=lambda each: each.id): ...
            try:
                refresh_photo(session, coin)
            except OSError as error:
                logger.error("photo of coin %s failed: %s", coin.id, error)
                failed += 1
    return {"failed": failed}
