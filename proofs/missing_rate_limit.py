"""A rate limit keeps the runs of a task apart, in each worker by itself."""

import time
from typing import Any

from proofs import lab

runs: list[str] = []


def call(worker: str) -> None:
    runs.append(worker)


def task_of(worker: str, limit: str | None) -> Any:
    """The task in an app of its own, whose worker takes a queue of its own."""
    app = lab.memory_app()
    app.conf.task_default_queue = worker
    return app.task(name="proof.call", rate_limit=limit, shared=False)(call)


def runs_of_two(task: Any) -> int:
    """How many of two messages are run at once."""
    before = len(runs)
    task.delay(task.app.conf.task_default_queue)
    task.delay(task.app.conf.task_default_queue)
    lab.wait_until(lambda: len(runs) > before)
    time.sleep(0.3)
    return len(runs) - before


def prove() -> None:
    unlimited = task_of("unlimited", None)
    with lab.worker_thread(unlimited.app):
        lab.claim("hazard: both at once", runs_of_two(unlimited), 2)
    first, second = task_of("first", "1/h"), task_of("second", "1/h")
    with lab.worker_thread(first.app):
        lab.claim("mended: one an hour", runs_of_two(first), 1)
    with lab.worker_thread(second.app):
        lab.claim("another worker: one more", runs_of_two(second), 1)


if __name__ == "__main__":
    lab.main(prove)
