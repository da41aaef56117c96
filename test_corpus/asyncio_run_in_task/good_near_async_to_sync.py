"""Django's bridge between the two worlds, not `asyncio.run`."""

from asgiref.sync import async_to_sync
from celery import shared_task

from auctions.channels import broadcast


@shared_task
def close_auction(auction_id: int, highest_bid: int) -> None:
    async_to_sync(broadcast)(f"auction.{auction_id}", {"sold_for": highest_bid})
