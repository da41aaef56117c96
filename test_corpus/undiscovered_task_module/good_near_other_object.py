"""The registry is not a Celery app: it walks folders."""

from celery import Celery

from plugins.registry import Registry

app = Celery("plugins")
registry = Registry()
registry.autodiscover_tasks(["plugins/enabled"])
