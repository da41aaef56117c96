"""Nobody says which pool the workers run; and a signal of the project's own."""

from blinker import signal
from celery.signals import worker_process_init

worker_process_shutdown = signal("worker-process-shutdown")


@worker_process_init.connect
def open_connections(**kwargs):
    print("opening")


@worker_process_shutdown.connect
def close_connections(sender, **kwargs):
    print("closing")
