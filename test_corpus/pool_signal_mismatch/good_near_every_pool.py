# settings: worker-pool = "gevent"
"""A receiver that is connected to a signal of every worker as well."""

from celery.signals import worker_init, worker_process_init

from shop.database import engine


@worker_init.connect
@worker_process_init.connect
def open_connections(**kwargs):
    engine.connect().close()
