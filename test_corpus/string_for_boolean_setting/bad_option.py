from celery import shared_task


@shared_task(acks_late="false", ignore_result=True)  # expect CEL736: "false"
def settle(order_id):
    return order_id
