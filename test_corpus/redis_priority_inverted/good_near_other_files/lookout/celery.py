"""The class that is loaded is the one for RabbitMQ, where nine is the highest."""

from celery import Celery

app = Celery("lookout")
app.config_from_object("lookout.settings:Rabbit")
