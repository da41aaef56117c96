import asyncio

from celery import shared_task

from shop.mail import send_receipt
from shop.payments import capture


async def _charge(order_id: int) -> str:
    receipt = await capture(order_id)
    await send_receipt(order_id, receipt)
    return receipt


@shared_task
def charge(order_id: int) -> str:
    return asyncio.run(_charge(order_id))
