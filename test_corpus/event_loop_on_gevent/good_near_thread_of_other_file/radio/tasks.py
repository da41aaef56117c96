# settings: worker-pool = "gevent"
"""A thread runs the loop; the file knows of gevent."""

from celery import shared_task

from .running import run_to_end
from .stream import record


@shared_task
def record_show(station: str, minutes: int) -> str:
    return run_to_end(record(station, minutes))
