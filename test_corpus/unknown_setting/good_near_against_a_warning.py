# settings: target-celery = "5.2"
"""The setting answers a warning of Celery 5.3; an older one retries at its start anyway, and does not warn."""

from celery import Celery

app = Celery("lighthouse", broker="amqp://guest@localhost//")
app.conf.broker_connection_retry_on_startup = True
app.conf.broker_connection_max_retries = 20
