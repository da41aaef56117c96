"""A decorator in between gives `connect` another function, and `retry=True` another one still."""

from celery.signals import task_prerun, worker_ready, worker_shutdown

from zoo.gates import close_gates, open_gates
from zoo.receivers import without_arguments


@worker_ready.connect
@without_arguments
def open_zoo():
    open_gates()


@worker_shutdown.connect(retry=True, dispatch_uid="close-zoo")
def close_zoo(signal, sender):
    close_gates()


def count_visitors(task_id, *args, **details):
    return task_id, details


task_prerun.connect(without_arguments(count_visitors))
task_prerun.connect(count_visitors, weak=False)
