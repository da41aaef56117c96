"""TimeLimitExceeded is made in the parent process: neither a handler nor `autoretry_for` of the task sees it."""

import time
from pathlib import Path

from celery.exceptions import SoftTimeLimitExceeded, TimeLimitExceeded

from proofs import lab

app = lab.file_app("proofs.autoretry_on_hard_limit")


def build(name: str) -> str:
    """The first run takes too long."""
    seen = Path(name)
    if seen.exists():
        return "built"
    seen.touch()
    time.sleep(60)
    return "late"


@app.task(time_limit=1, autoretry_for=(TimeLimitExceeded,), retry_kwargs={"countdown": 0})
def retried() -> str:
    return build("retried")


@app.task(time_limit=1)
def handled() -> str:
    try:
        return build("handled")
    except TimeLimitExceeded:
        return "cleaned up"


@app.task(soft_time_limit=1, autoretry_for=(SoftTimeLimitExceeded,), retry_kwargs={"countdown": 0})
def mended() -> str:
    return build("mended")


def prove() -> None:
    results = [task.delay() for task in (retried, handled, mended)]
    with lab.worker_process("proofs.autoretry_on_hard_limit", concurrency=3):
        by_option, by_handler, by_soft_limit = map(lab.outcome, results)
    lab.claim("hazard: autoretry_for", by_option, ("FAILURE", "TimeLimitExceeded"))
    lab.claim("hazard: a handler", by_handler, ("FAILURE", "TimeLimitExceeded"))
    lab.claim("mended: the soft limit", by_soft_limit, ("SUCCESS", "built"))


if __name__ == "__main__":
    lab.main(prove)
