import asyncio

from asgiref.sync import async_to_sync
from celery import shared_task
from channels.layers import get_channel_layer

from auctions.client import fetch_bid


async def _publish(auction_id: int) -> None:
    bid = await fetch_bid(auction_id)
    layer = get_channel_layer()
    await layer.group_send(f"auction.{auction_id}", {"type": "bid", "cents": bid.cents})


@shared_task
def publish_bid(auction_id: int) -> None:
    asyncio.run(_publish(auction_id))
