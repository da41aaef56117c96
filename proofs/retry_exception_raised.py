"""`raise Retry()` stores the state RETRY and sends nothing: the task never runs again."""

from collections import defaultdict
from typing import Any

from celery import signals
from celery.exceptions import Retry

from proofs import lab

app = lab.memory_app()
states: dict[str, list[str]] = defaultdict(list)


@signals.task_postrun.connect
def note_state(task_id: str, state: str, **_: object) -> None:
    states[task_id].append(state)


@app.task(bind=True, max_retries=1, default_retry_delay=0)
def book(self: Any) -> str:
    if self.request.retries == 0:
        raise Retry("no free slot")
    return "booked"


@app.task(bind=True, max_retries=1, default_retry_delay=0)
def book_mended(self: Any) -> str:
    if self.request.retries == 0:
        raise self.retry()
    return "booked"


@app.task
def idle() -> None:
    """Ends after all that was sent before it."""


def prove() -> None:
    with lab.worker_thread(app):
        result = book.delay()
        lab.outcome(idle.delay())
        lab.claim("hazard: states of the runs", states[result.id], ["RETRY"])
        lab.claim("hazard: the task stays in", result.state, "RETRY")
        result = book_mended.delay()
        lab.claim("mended: the task ends in", lab.outcome(result), ("SUCCESS", "booked"))
        lab.claim("mended: states of the runs", states[result.id], ["RETRY", "SUCCESS"])


if __name__ == "__main__":
    lab.main(prove)
