"""A Retry that a broad handler takes: the run is stored as a SUCCESS, and the task runs again all the same.

A handler that retries once more sends it twice: the runs double in every round.
"""

from collections import defaultdict
from contextlib import suppress
from typing import Any

from celery import signals
from celery.exceptions import Retry

from proofs import lab

app = lab.memory_app()
states: dict[str, list[str]] = defaultdict(list)


@signals.task_postrun.connect
def note_state(task_id: str, state: str, **_: object) -> None:
    states[task_id].append(state)


@app.task(bind=True, max_retries=2, default_retry_delay=0)
def capture(self: Any) -> None:
    try:
        raise self.retry()
    except Exception:
        pass


@app.task(bind=True, max_retries=2, default_retry_delay=0)
def capture_suppressed(self: Any) -> None:
    with suppress(Exception):
        raise self.retry()


@app.task(bind=True, max_retries=2, default_retry_delay=0)
def capture_finally(self: Any) -> None:
    try:
        raise self.retry()
    finally:
        return  # noqa: B012


@app.task(bind=True, max_retries=2, default_retry_delay=0)
def encode(self: Any) -> None:
    try:
        raise self.retry()
    except Exception as error:
        self.retry(exc=error)


@app.task(bind=True, max_retries=2, default_retry_delay=0)
def capture_mended(self: Any) -> None:
    try:
        raise self.retry()
    except Retry:
        raise
    except Exception as error:
        raise LookupError from error


def runs(task: Any, count: int) -> list[str]:
    """The states that the runs of a task ended in; `count` of them are awaited, and no more may follow."""
    result = task.delay()
    lab.wait_until(lambda: len(states[result.id]) >= count)
    lab.outcome(app.send_task(idle.name))
    return states[result.id]


@app.task
def idle() -> None:
    """Ends after all that was sent before it."""


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: except Exception", runs(capture, 3), ["SUCCESS"] * 3)
        lab.claim("hazard: suppress(Exception)", runs(capture_suppressed, 3), ["SUCCESS"] * 3)
        lab.claim("hazard: return in finally", runs(capture_finally, 3), ["SUCCESS"] * 3)
        lab.claim("hazard: runs of one task sent twice", len(runs(encode, 7)), 7)
        lab.claim("mended: except Retry first", runs(capture_mended, 3), ["RETRY", "RETRY", "FAILURE"])


if __name__ == "__main__":
    lab.main(prove)
