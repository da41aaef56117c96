from celery import shared_task

from hotels.prices import fetch_price
from hotels.store import keep_price


@shared_task
def refresh_price(hotel_id: int) -> None:
    price = await fetch_price(hotel_id)  # expect CEL414: await fetch_price(hotel_id)
    await keep_price(hotel_id, price)
