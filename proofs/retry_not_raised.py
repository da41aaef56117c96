"""`self.retry()` raises `Retry` by itself, so that `raise` before it changes nothing but what a reader sees.

`self.retry(throw=False)` does not: the task goes on, is stored as a SUCCESS, and runs again.
"""

from collections import defaultdict
from typing import Any

from celery import signals

from proofs import lab

app = lab.memory_app()
trail: list[str] = []
states: dict[str, list[str]] = defaultdict(list)


@signals.task_postrun.connect
def note_state(task_id: str, state: str, **_: object) -> None:
    states[task_id].append(state)


@app.task(bind=True, max_retries=1, default_retry_delay=0)
def sync_plain(self: Any) -> None:
    trail.append("start")
    if self.request.retries == 0:
        self.retry()
    trail.append("end")


@app.task(bind=True, max_retries=1, default_retry_delay=0)
def sync_raised(self: Any) -> None:
    trail.append("start")
    if self.request.retries == 0:
        raise self.retry()
    trail.append("end")


@app.task(bind=True, max_retries=1, default_retry_delay=0)
def sync_not_thrown(self: Any) -> None:
    trail.append("start")
    if self.request.retries == 0:
        self.retry(throw=False)
    trail.append("end")


@app.task(bind=True, max_retries=1, default_retry_delay=0)
def sync_mended(self: Any) -> None:
    trail.append("start")
    if self.request.retries == 0:
        raise self.retry(throw=False)
    trail.append("end")


def two_runs(task: Any) -> tuple[list[str], list[str]]:
    """What a task did in its two runs, and the states that these ended in."""
    trail.clear()
    result = task.delay()
    lab.wait_until(lambda: len(states[result.id]) == 2)
    return list(trail), states[result.id]


def prove() -> None:
    once, again = ["start", "start", "end"], ["start", "end", "start", "end"]
    with lab.worker_thread(app):
        lab.claim("style: self.retry()", two_runs(sync_plain), (once, ["RETRY", "SUCCESS"]))
        lab.claim("style: raise self.retry()", two_runs(sync_raised), (once, ["RETRY", "SUCCESS"]))
        lab.claim("hazard: self.retry(throw=False)", two_runs(sync_not_thrown), (again, ["SUCCESS", "SUCCESS"]))
        lab.claim("mended: raise self.retry(throw=False)", two_runs(sync_mended), (once, ["RETRY", "SUCCESS"]))


if __name__ == "__main__":
    lab.main(prove)
