"""Options of the transport, properties of the message, stamps: the broker reads them, or a header does."""

from celery import shared_task

from mint.coins import strike


@shared_task
def strike_coin(value: int, count_down: int = 0) -> None:
    strike(value, count_down)


def order(value: int, customer: str) -> None:
    strike_coin.apply_async((value,), MessageGroupId=customer, MessageDeduplicationId=str(value))
    strike_coin.apply_async((value,), expiration=60, delivery_mode=1, message_id=customer, app_id="mint")
    strike_coin.apply_async((value,), stamped_headers=["queues"], queues=customer)
    strike_coin.apply_async((value,), retry_policy={"interval_start": 1}, shadow="strike", ignore_result=True)
    strike_coin.delay(value, count_down=3)
    strike_coin.apply_async(kwargs={"value": value, "count_down": 3})
