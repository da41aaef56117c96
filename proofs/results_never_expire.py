"""With `result_expires` of 0 or None nothing deletes a result: no nightly cleanup, and no time to live in Redis."""

import shutil
import uuid
from importlib.util import find_spec

from celery import Celery
from celery.beat import PersistentScheduler

from proofs import lab

CLEANUP = "celery.backend_cleanup"


def cleans_up(**settings: object) -> bool:
    """Whether beat schedules the cleanup of a database of results."""
    app = Celery("proof", broker="memory://", backend="db+sqlite:///results.sqlite")
    app.conf.update(settings)
    scheduler = PersistentScheduler(app, schedule_filename=str(uuid.uuid4()))
    found = CLEANUP in scheduler.schedule
    scheduler.close()
    return found


def seconds_to_live(address: str, **settings: object) -> int:
    """For how long Redis keeps a result; -1 is for ever."""
    app = Celery("proof", broker="memory://", backend=address)
    app.conf.update(settings)
    name = str(uuid.uuid4())
    app.backend.store_result(name, 1, "SUCCESS")
    return int(app.backend.client.ttl(app.backend.get_key_for_task(name)))


def prove() -> None:
    lab.claim("hazard: 0: cleaned up", cleans_up(result_expires=0), False)
    lab.claim("hazard: None: cleaned up", cleans_up(result_expires=None), False)
    lab.claim("mended: an hour: cleaned up", cleans_up(result_expires=3600), True)
    lab.claim("mended: by default: cleaned up", cleans_up(), True)
    if find_spec("redis") and shutil.which("redis-server"):
        with lab.redis_server() as address:
            lab.claim("hazard: 0: time to live", seconds_to_live(address, result_expires=0), -1)
            lab.claim("hazard: None: time to live", seconds_to_live(address, result_expires=None), -1)
            lab.claim("mended: an hour: time to live", seconds_to_live(address, result_expires=3600), 3600)


if __name__ == "__main__":
    lab.main(prove)
