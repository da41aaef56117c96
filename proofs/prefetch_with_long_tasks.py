"""A busy worker holds as many messages as its multiplier says, acknowledged late or not; with 1 the rest stay free."""

import threading
import time

from celery.worker.state import active_requests, reserved_requests

from proofs import lab

MESSAGES = 8
PAUSE = 0.4  # seconds in which a worker that takes more would have taken it


def held(**settings: object) -> int:
    """How many messages a worker with one slot holds while it is busy with the first."""
    app = lab.memory_app()
    app.conf.update(settings)
    started, release = threading.Event(), threading.Event()

    @app.task(name="work")
    def work() -> None:
        started.set()
        release.wait(lab.WAIT_LIMIT)

    results = [work.delay() for _ in range(MESSAGES)]
    with lab.worker_thread(app, pool="threads"):
        started.wait(lab.WAIT_LIMIT)
        time.sleep(PAUSE)
        taken = len(reserved_requests | active_requests)
        release.set()
        lab.claim("they end in", {lab.outcome(result)[0] for result in results}, {"SUCCESS"})
    return taken


def prove() -> None:
    lab.claim("hazard: the default, late", held(task_acks_late=True), 4)
    lab.claim("hazard: the default, early", held() > 2, True)
    lab.claim("mended: multiplier 1, late", held(task_acks_late=True, worker_prefetch_multiplier=1), 1)


if __name__ == "__main__":
    lab.main(prove)
