from celery import shared_task


@shared_task
def bake_loaf(order_id: int) -> int:
    return order_id
