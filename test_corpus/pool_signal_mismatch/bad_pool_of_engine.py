# settings: worker-pool = "threads"
from celery.signals import worker_process_init, worker_process_shutdown

from shop.database import engine


@worker_process_init.connect
def leave_inherited_connections(**kwargs):  # expect CEL728: def leave_inherited_connections
    engine.dispose(close=False)


def close_connections(**kwargs):
    engine.dispose()


worker_process_shutdown.connect(close_connections)  # expect CEL728: close_connections
