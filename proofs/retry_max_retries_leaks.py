"""The `max_retries` of one retry stays on the task object, and automatic retries of later runs go by it."""

from typing import Any

from proofs import lab

app = lab.memory_app()
runs: list[str] = []
OPTIONS: dict[str, Any] = {
    "bind": True,
    "autoretry_for": (LookupError,),
    "default_retry_delay": 0,
    "max_retries": 1,
}


@app.task(**OPTIONS)
def track(self: Any, more: bool) -> None:
    runs.append("run")
    if more and self.request.retries == 0:
        raise self.retry(max_retries=4, args=(False,))
    raise LookupError


@app.task(**OPTIONS)
def track_mended(self: Any, more: bool) -> None:
    runs.append("run")
    if more and self.request.retries == 0:
        raise self.retry(args=(False,))
    raise LookupError


def count_runs(task: Any, more: bool) -> int:
    """After how many runs a task has failed for good."""
    runs.clear()
    lab.claim("the task ends in", lab.outcome(task.delay(more)), ("FAILURE", "LookupError"))
    return len(runs)


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("before: runs", count_runs(track, False), 2)
        count_runs(track, True)
        lab.claim("hazard: runs of a later one", count_runs(track, False), 5)
        count_runs(track_mended, True)
        lab.claim("mended: runs of a later one", count_runs(track_mended, False), 2)


if __name__ == "__main__":
    lab.main(prove)
