from celery import Celery

from zoo.animals import feed

app = Celery("zoo")

feed_animal = app.task(lambda name: feed(name))  # expect CEL133: app.task(lambda name: feed(name))
