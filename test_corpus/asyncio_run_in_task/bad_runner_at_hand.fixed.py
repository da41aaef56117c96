import asyncio

from celery import shared_task

from orders.mail import send_mail
from orders.runner import run_async
from orders.stock import count_stock, reserve


@shared_task
def reserve_stock(order_id: int) -> None:
    run_async(reserve(order_id))


@shared_task
def announce(order_id: int) -> int:
    run_async(
        send_mail(order_id),
    )
    asyncio.run(send_mail(0), debug=True)
    return [run_async(count_stock(order_id))][0]
