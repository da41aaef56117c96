from celery import Celery

app = Celery("shop")
app.config_from_object("shop.queue_settings")

task_queues = {"mail": {"exchange": "mail"}}  # expect CEL730: task_queues
