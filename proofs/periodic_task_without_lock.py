"""A task that is sent while it runs runs twice at a time; with a lock the second run is turned away."""

import threading
from collections.abc import Callable
from datetime import timedelta
from functools import wraps

from celery.beat import Scheduler

from proofs import lab

app = lab.memory_app()
held = threading.Lock()
counting = threading.Lock()
runs = {"now": 0, "at most": 0}
both_began = threading.Event()


def single_instance(function: Callable[[], None]) -> Callable[[], None]:
    @wraps(function)
    def run() -> None:
        if held.acquire(blocking=False):
            try:
                function()
            finally:
                held.release()

    return run


def work() -> None:
    """Wait a while for another run to begin."""
    with counting:
        runs["now"] += 1
        runs["at most"] = max(runs.values())
        if runs["now"] > 1:
            both_began.set()
    both_began.wait(0.5)
    with counting:
        runs["now"] -= 1


@app.task
def rebuild() -> None:
    work()


@app.task
@single_instance
def rebuild_mended() -> None:
    work()


def peak_of(name: str) -> int:
    """How many runs of a task there were at a time, when beat has sent it twice."""
    runs["at most"] = 0
    both_began.clear()
    app.conf.beat_schedule = {"rebuild": {"task": name, "schedule": timedelta(seconds=0)}}
    beat = Scheduler(app)
    sent = [beat.apply_async(beat.schedule["rebuild"]) for _ in range(2)]
    lab.wait_until(lambda: all(each.ready() for each in sent))
    return runs["at most"]


def prove() -> None:
    with lab.worker_thread(app, pool="threads", concurrency=2):
        lab.claim("hazard: runs at a time", peak_of(rebuild.name), 2)
        lab.claim("mended: runs at a time", peak_of(rebuild_mended.name), 1)


if __name__ == "__main__":
    lab.main(prove)
