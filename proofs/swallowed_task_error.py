"""An error that the outermost handler takes is a SUCCESS: nothing is retried, and callbacks run."""

import logging
from typing import Any

from proofs import lab

app = lab.memory_app()
logger = logging.getLogger(__name__)
runs: list[str] = []
OPTIONS: dict[str, Any] = {"autoretry_for": (LookupError,), "max_retries": 2, "retry_kwargs": {"countdown": 0}}


@app.task
def thank(_: object) -> None:
    runs.append("thanked")


def deliver() -> None:
    runs.append("run")
    raise LookupError("no address")


@app.task(**OPTIONS)
def send() -> None:
    try:
        deliver()
    except Exception:
        logger.exception("not sent")


@app.task(**OPTIONS)
def send_mended() -> None:
    try:
        deliver()
    except Exception:
        logger.exception("not sent")
        raise


@app.task
def idle() -> None:
    """Ends after all that was sent before it."""


def after(task: Any) -> tuple[str, list[str]]:
    """The state of a task when nothing is left to run, and what ran."""
    runs.clear()
    result = task.apply_async(link=thank.s())
    for _ in range(4):
        lab.outcome(idle.delay())
    return result.state, list(runs)


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: state, and what ran", after(send), ("SUCCESS", ["run", "thanked"]))
        lab.claim("mended: state, and what ran", after(send_mended), ("FAILURE", ["run"] * 3))


if __name__ == "__main__":
    lab.main(prove)
