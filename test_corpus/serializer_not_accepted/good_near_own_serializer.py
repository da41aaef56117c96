"""The project registers a serializer of its own."""

from celery import Celery
from kombu.serialization import register

from metrics.encoding import dump, load

register("orjson", dump, load, content_type="application/x-orjson", content_encoding="utf-8")
app = Celery("metrics")
app.conf.task_serializer = "orjson"
app.conf.accept_content = ["json", "orjson"]
