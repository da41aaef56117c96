"""A Reject after the message was acknowledged rejects nothing: asked to requeue, the message is gone."""

from typing import Any

import celery
from celery.exceptions import Reject

from proofs import lab

app = lab.memory_app()
runs: list[str] = []


def run_and_reject(requeue: bool) -> str:
    """The first run asks to be rejected."""
    runs.append("run")
    if len(runs) == 1:
        raise Reject("not now", requeue=requeue)
    return "done"


@app.task
def read(requeue: bool) -> str:
    return run_and_reject(requeue)


@app.task(acks_late=True)
def read_mended(requeue: bool) -> str:
    return run_and_reject(requeue)


@app.task
def idle() -> None:
    """Ends after all that was sent before it."""


def state_of(task: Any, requeue: bool) -> str:
    """The state of a task when nothing is left to run."""
    runs.clear()
    result = task.delay(requeue)
    lab.outcome(idle.delay())
    lab.outcome(idle.delay())
    return str(result.state)


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: requeue=True ends in", state_of(read, True), "PENDING")
        lab.claim("hazard: runs", len(runs), 1)
        since_57 = celery.VERSION[:2] >= (5, 7)
        dropped = "FAILURE" if since_57 else "PENDING"
        lab.claim("hazard: requeue=False ends in", state_of(read, False), dropped)
        lab.claim("mended: requeue=True ends in", state_of(read_mended, True), "SUCCESS")
        lab.claim("mended: runs", len(runs), 2)


if __name__ == "__main__":
    lab.main(prove)
