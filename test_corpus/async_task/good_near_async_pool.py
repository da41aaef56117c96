"""A worker on the pool of celery_aio_pool awaits its tasks."""

import celery_aio_pool
from celery import Celery

from auctions.prices import latest_bid, remember_bid

celery_aio_pool.patch_celery_tracer()

app = Celery("auctions")
app.conf.worker_pool = "custom"


@app.task
async def watch_lot(lot_number: int) -> None:
    bid = await latest_bid(lot_number)
    await remember_bid(lot_number, bid)
