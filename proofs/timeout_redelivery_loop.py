"""A message that a timeout does not acknowledge is put back, and its task killed again, for ever."""

import time
from pathlib import Path

import celery

from proofs import lab

app = lab.file_app("proofs.timeout_redelivery_loop")
app.conf.worker_lost_wait = 0.1
SINCE = {"acks_on_timeout": (5, 7), "acks_on_failure_or_timeout": (5, 5)}


def fold(name: str) -> None:
    """Runs into the limit."""
    with Path(name).open("a") as runs:
        runs.write("x")
    time.sleep(60)


@app.task(acks_late=True, acks_on_timeout=False, time_limit=1)
def acks_on_timeout() -> None:
    fold("acks_on_timeout")


@app.task(acks_late=True, acks_on_failure_or_timeout=False, time_limit=1)
def acks_on_failure_or_timeout() -> None:
    fold("acks_on_failure_or_timeout")


@app.task(acks_late=True, time_limit=1)
def mended() -> None:
    fold("mended")


def has_run(name: str, times: int) -> bool:
    return Path(name).exists() and len(Path(name).read_text()) >= times


def prove() -> None:
    looping = [name for name, since in SINCE.items() if celery.VERSION[:2] >= since]
    if not looping:
        lab.skip("since Celery 5.5")
    for name in looping:
        globals()[name].delay()
    result = mended.delay()
    with lab.worker_process("proofs.timeout_redelivery_loop", concurrency=3):
        lab.claim("mended: the task ends in", lab.outcome(result), ("FAILURE", "TimeLimitExceeded"))
        for name in looping:
            lab.wait_until(lambda name=name: has_run(name, 2))  # type: ignore[misc]
            lab.claim(f"hazard: {name}=False runs again", has_run(name, 2), True)
    lab.claim("mended: runs", Path("mended").read_text(), "x")


if __name__ == "__main__":
    lab.main(prove)
