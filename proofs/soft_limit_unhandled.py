"""The soft time limit fails a task wherever it is: what it has begun stays, unless it catches it."""

import time
from pathlib import Path

from celery.exceptions import SoftTimeLimitExceeded

from proofs import lab

app = lab.file_app("proofs.soft_limit_unhandled")


def write(path: str) -> None:
    Path(path).write_text("half a table")
    time.sleep(60)


@app.task(soft_time_limit=1, time_limit=30)
def tabulate() -> None:
    write("left.csv")


@app.task(soft_time_limit=1, time_limit=30)
def tabulate_mended() -> None:
    try:
        write("removed.csv")
    except SoftTimeLimitExceeded:
        Path("removed.csv").unlink()
        raise


def prove() -> None:
    results = [tabulate.delay(), tabulate_mended.delay()]
    with lab.worker_process("proofs.soft_limit_unhandled", concurrency=2):
        after = [lab.outcome(result) for result in results]
    lab.claim("hazard: the task ends in", after[0], ("FAILURE", "SoftTimeLimitExceeded"))
    lab.claim("hazard: half a table is left", Path("left.csv").exists(), True)
    lab.claim("mended: the task ends in", after[1], ("FAILURE", "SoftTimeLimitExceeded"))
    lab.claim("mended: half a table is left", Path("removed.csv").exists(), False)


if __name__ == "__main__":
    lab.main(prove)
