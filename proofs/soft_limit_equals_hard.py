"""With a soft time limit equal to the hard one the task is killed while it cleans up."""

import time
from pathlib import Path

from celery.exceptions import SoftTimeLimitExceeded

from proofs import lab

app = lab.file_app("proofs.soft_limit_equals_hard")


def cut(name: str) -> None:
    try:
        time.sleep(60)
    except SoftTimeLimitExceeded:
        time.sleep(1.5)
        Path(name).write_text("pieces are removed")
        raise


@app.task(soft_time_limit=1, time_limit=1)
def equal() -> None:
    cut("equal")


@app.task(soft_time_limit=1, time_limit=30)
def mended() -> None:
    cut("mended")


def prove() -> None:
    results = [equal.delay(), mended.delay()]
    with lab.worker_process("proofs.soft_limit_equals_hard", concurrency=2):
        after = [lab.outcome(result) for result in results]
    lab.claim("hazard: the task ends in", after[0], ("FAILURE", "TimeLimitExceeded"))
    lab.claim("hazard: it has cleaned up", Path("equal").exists(), False)
    lab.claim("mended: the task ends in", after[1], ("FAILURE", "SoftTimeLimitExceeded"))
    lab.claim("mended: it has cleaned up", Path("mended").exists(), True)


if __name__ == "__main__":
    lab.main(prove)
