"""What `add_periodic_task` is called on is a configurator of a web framework."""

from celery import Celery
from pyramid.config import Configurator

from orchard import watering

app = Celery("orchard", broker="redis://localhost")
config = Configurator()
watering.includeme(config)
