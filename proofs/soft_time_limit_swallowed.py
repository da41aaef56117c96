"""The soft time limit is an exception raised once, wherever the task is: a broad handler in a loop goes on from it.

The task blames the item at hand, overruns its limit, and ends as a SUCCESS or is killed by the hard limit.
"""

import time

from celery.exceptions import SoftTimeLimitExceeded

from proofs import lab

app = lab.file_app("proofs.soft_time_limit_swallowed")


@app.task(soft_time_limit=1)
def export(seconds: list[int]) -> list[str]:
    rows = []
    for duration in seconds:
        try:
            time.sleep(duration)
            rows.append("done")
        except Exception as error:
            rows.append(type(error).__name__)
    return rows


@app.task(soft_time_limit=1, time_limit=3)
def export_killed(seconds: list[int]) -> list[str]:
    rows: list[str] = export(seconds)
    return rows


@app.task(soft_time_limit=1, time_limit=15)
def export_mended(seconds: list[int]) -> list[str]:
    rows = []
    for duration in seconds:
        try:
            time.sleep(duration)
            rows.append("done")
        except SoftTimeLimitExceeded:
            raise
        except Exception as error:
            rows.append(type(error).__name__)
    return rows


def prove() -> None:
    results = [export.delay([0, 60, 0, 0]), export_killed.delay([0, 60, 60]), export_mended.delay([0, 60, 60])]
    others = [export.delay([0, -1, 0]), export_mended.delay([0, -1, 0])]
    with lab.worker_process("proofs.soft_time_limit_swallowed", concurrency=3):
        swallowed, killed, mended = map(lab.outcome, results)
        other, mended_other = map(lab.outcome, others)
    lab.claim("hazard: the task ends in", swallowed, ("SUCCESS", ["done", "SoftTimeLimitExceeded", "done", "done"]))
    lab.claim("hazard: with a hard limit", killed, ("FAILURE", "TimeLimitExceeded"))
    lab.claim("mended: the task ends in", mended, ("FAILURE", "SoftTimeLimitExceeded"))
    lab.claim("not a hazard: another error is kept", other, ("SUCCESS", ["done", "ValueError", "done"]))
    lab.claim("mended: another error is kept", mended_other, other)


if __name__ == "__main__":
    lab.main(prove)
