# settings: worker-pool = "threads"
from celery.signals import worker_init, worker_shutdown

from shop.database import engine


@worker_init.connect
def leave_inherited_connections(**kwargs):
    engine.dispose(close=False)


def close_connections(**kwargs):
    engine.dispose()


worker_shutdown.connect(close_connections)
