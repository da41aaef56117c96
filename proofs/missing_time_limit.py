"""Celery has no time limit by itself: a task that hangs runs to its own end; with a limit it is ended."""

import time

from proofs import lab

app = lab.file_app("proofs.missing_time_limit")


@app.task
def hang() -> None:
    time.sleep(2)


@app.task(time_limit=1)
def hang_limited() -> None:
    time.sleep(60)


def prove() -> None:
    lab.claim("limits of a task, from Celery", (hang.time_limit, hang.soft_time_limit), (None, None))
    lab.claim("a limit for all tasks, from Celery", app.conf.task_time_limit, None)
    results = [hang.delay(), hang_limited.delay()]
    with lab.worker_process("proofs.missing_time_limit", concurrency=2):
        after = [lab.outcome(result) for result in results]
    lab.claim("hazard: runs to its own end", after[0], ("SUCCESS", None))
    lab.claim("mended: ends at its limit", after[1], ("FAILURE", "TimeLimitExceeded"))


if __name__ == "__main__":
    lab.main(prove)
