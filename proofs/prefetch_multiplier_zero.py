"""With a prefetch multiplier of zero a busy worker holds all there is; with one, a message for each of its slots."""

import threading
import time

from celery.worker.state import reserved_requests

from proofs import lab

MESSAGES = 8
PAUSE = 0.5  # seconds in which a worker that takes more would have taken it


def held(multiplier: int) -> int:
    """How many messages a worker with one slot holds while it is busy with the first."""
    app = lab.memory_app()
    app.conf.update(worker_prefetch_multiplier=multiplier, task_acks_late=True)
    started, release = threading.Event(), threading.Event()

    @app.task(name="work")
    def work() -> None:
        started.set()
        release.wait(lab.WAIT_LIMIT)

    results = [work.delay() for _ in range(MESSAGES)]
    with lab.worker_thread(app, pool="threads"):
        started.wait(lab.WAIT_LIMIT)
        time.sleep(PAUSE)
        taken = len(reserved_requests)
        release.set()
        lab.claim("they end in", {lab.outcome(result)[0] for result in results}, {"SUCCESS"})
    return taken


def prove() -> None:
    lab.claim("hazard: multiplier 0: held by a busy worker", held(0), MESSAGES)
    lab.claim("mended: multiplier 1: held by a busy worker", held(1), 1)


if __name__ == "__main__":
    lab.main(prove)
