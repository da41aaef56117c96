"""What no route is for is sent to a queue where it is called, or has one by an option."""

from celery import Celery

app = Celery("dairy")
app.config_from_object("dairy.conf")
