"""The password comes from elsewhere, or the default is one for a developer's machine."""

import os

from celery import Celery

PASSWORD = os.environ["BROKER_PASSWORD"]
TEMPLATE = "redis://:{password}@cache.example.com/0"

app = Celery("shop", broker=f"amqp://shop:{PASSWORD}@rabbit.example.com//")
app.conf.broker_read_url = os.environ.get("READ_URL", "amqp://shop:shop@rabbit:5672//")
app.conf.broker_write_url = os.environ.get("WRITE_URL") or "amqp://shop:shop@rabbit:5672//"
app.conf.result_backend = TEMPLATE.format(password=PASSWORD)
app.conf.broker_password = PASSWORD
