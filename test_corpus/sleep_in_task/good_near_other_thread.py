"""Another thread sleeps, or code that no task runs."""

import threading
import time

from celery import shared_task

from clouds.api import create_disk, send_heartbeat


def _beat() -> None:
    time.sleep(10)
    send_heartbeat()


@shared_task
def add_disk(size: int) -> str:
    threading.Thread(target=_beat, daemon=True).start()
    return create_disk(size)


def wait_for_start() -> None:
    time.sleep(60)
