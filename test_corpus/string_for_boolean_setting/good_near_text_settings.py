"""Settings that are text, one that may be either, and text that means yes."""

from celery import Celery, shared_task

app = Celery("shop")
app.conf.task_default_queue = "off"
app.conf.broker_use_ssl = "required"
app.conf.task_track_started = "true"


@shared_task(queue="0")
def settle(order_id):
    return order_id
