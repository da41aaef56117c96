# settings: worker-pool = "gevent"
"""A file that connects signals of every pool as well."""

from celery.signals import worker_init, worker_process_init, worker_process_shutdown, worker_ready

from shop.database import engine


@worker_init.connect
@worker_process_init.connect
def open_connections(**kwargs):
    engine.connect().close()


@worker_ready.connect
def say_so(sender, **kwargs):
    print("ready:", sender)


@worker_process_shutdown.connect
def close_connections(**kwargs):
    engine.dispose()
