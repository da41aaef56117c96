from celery import shared_task


@shared_task
def print_label(order_id: int) -> None:
    print(order_id)
