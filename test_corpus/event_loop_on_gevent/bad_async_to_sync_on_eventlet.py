# settings: worker-pool = "eventlet"
from asgiref.sync import async_to_sync
from celery import shared_task

from auctions.channels import broadcast


@shared_task
def close_auction(auction_id: int, highest_bid: int) -> None:
    async_to_sync(broadcast)(f"auction.{auction_id}", {"sold_for": highest_bid})  # expect CEL417: async_to_sync(broadcast)(f"auction.{auction_id}", {"sold_for": highest_bid})
