"""`autoretry_for=(Exception,)` takes in Reject: the task is retried, and its message rejected only in the end."""

from typing import Any

from celery.exceptions import Reject

from proofs import lab

app = lab.memory_app()
runs: list[str] = []
OPTIONS: dict[str, Any] = {"acks_late": True, "autoretry_for": (Exception,), "retry_kwargs": {"countdown": 0}}


def enter_nothing() -> None:
    runs.append("run")
    raise Reject("unknown team", requeue=False)


@app.task(max_retries=2, **OPTIONS)
def enter() -> None:
    enter_nothing()


@app.task(max_retries=2, dont_autoretry_for=(Reject,), **OPTIONS)
def enter_mended() -> None:
    enter_nothing()


@app.task
def idle() -> None:
    """Ends after all that was sent before it."""


def count_runs(task: Any) -> int:
    """How often a task runs until nothing of it is left."""
    runs.clear()
    task.delay()
    for _ in range(4):
        lab.outcome(idle.delay())
    return len(runs)


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: runs", count_runs(enter), 3)
        lab.claim("mended: runs", count_runs(enter_mended), 1)


if __name__ == "__main__":
    lab.main(prove)
