import asyncio

from celery import shared_task

from auctions.bids import store_bid
from auctions.client import fetch_auction


async def is_open(auction_id: int) -> bool:
    auction = await fetch_auction(auction_id)
    return auction["state"] == "open"


@shared_task(bind=True, max_retries=3)
def place_bid(self, auction_id: int, cents: int) -> bool:
    if not asyncio.run(is_open(auction_id)):
        return False
    store_bid(auction_id, cents)
    return True
