# settings: target-celery = "5.2"
from celery import Celery

app = Celery("lighthouse", broker="amqp://guest@localhost//")
app.conf.beat_cron_starting_deadline = 600  # expect CEL710: beat_cron_starting_deadline
app.conf.task_acks_late = True
