# settings: worker-pool = "solo"
"""A solo worker sends it, for itself."""

from celery.signals import worker_process_init


@worker_process_init.connect
def open_connections(**kwargs):
    print("opening")
