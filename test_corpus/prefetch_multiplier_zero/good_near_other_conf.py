"""A prefetch multiplier of something that is no Celery app."""

from kitchen import Kitchen

kitchen = Kitchen()
kitchen.conf.worker_prefetch_multiplier = 0
