"""`autoretry_for=(Exception,)` takes in the soft time limit: a task that is too slow runs `max_retries` + 1 times."""

import time
from pathlib import Path
from typing import Any

import celery
from celery.exceptions import SoftTimeLimitExceeded

from proofs import lab

app = lab.file_app("proofs.timeout_autoretried")
OPTIONS: dict[str, Any] = {
    "autoretry_for": (Exception,),
    "max_retries": 1,
    "retry_kwargs": {"countdown": 0},
    "soft_time_limit": 1,
}


def render(name: str) -> None:
    with Path(name).open("a") as runs:
        runs.write("run\n")
    time.sleep(60)


@app.task(**OPTIONS)
def retried() -> None:
    render("retried")


@app.task(dont_autoretry_for=(SoftTimeLimitExceeded,), **OPTIONS)
def spared() -> None:
    render("spared")


@app.task(**OPTIONS)
def caught() -> str:
    try:
        render("caught")
    except SoftTimeLimitExceeded:
        return "too slow"
    return "done"


def prove() -> None:
    results = {task: task.delay() for task in (retried, spared, caught)}
    with lab.worker_process("proofs.timeout_autoretried", concurrency=3):
        after = {task.name.rpartition(".")[2]: lab.outcome(result) for task, result in results.items()}
    runs = {name: len(Path(name).read_text().split()) for name in after}
    is_known = celery.VERSION >= (5, 3)  # the option is
    lab.claim("hazard: the task ends in", after["retried"], ("FAILURE", "SoftTimeLimitExceeded"))
    lab.claim("hazard: runs", runs["retried"], 2)
    lab.claim("mended by dont_autoretry_for: runs", runs["spared"], 1 if is_known else 2)
    lab.claim("mended by a handler: the task ends in", after["caught"], ("SUCCESS", "too slow"))
    lab.claim("mended by a handler: runs", runs["caught"], 1)


if __name__ == "__main__":
    lab.main(prove)
