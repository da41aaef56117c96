from celery import shared_task


@shared_task(acks_late=False, ignore_result=True)
def settle(order_id):
    return order_id
