"""Brokers of this machine, guests, and addresses without a password."""

from celery import Celery

first = Celery("first", broker="amqp://shop:open-sesame-1@localhost:5672//", backend="redis://:open-sesame-1@127.0.0.1/1")
second = Celery("second", broker="pyamqp://guest:guest@rabbitmq//", backend="redis://cache:6379/0")
third = Celery("third", broker="redis://worker@cache:6379/0", backend="db+sqlite:///results.sqlite")
fourth = Celery("fourth", broker="sqs://", backend="rpc://")
