"""Celery retries nothing by itself, whatever `max_retries` is: a task without a word on retries runs once."""

from typing import Any

from proofs import lab

app = lab.memory_app()
runs: list[str] = []


def ask() -> str:
    runs.append("run")
    if len(runs) < 3:
        raise ConnectionError("server is down")
    return "answer"


silent = app.task(name="silent")(ask)
mended = app.task(name="mended", autoretry_for=(ConnectionError,), retry_kwargs={"countdown": 0})(ask)


def after(task: Any) -> tuple[str, Any, int]:
    """What a task ends in, and how often it ran."""
    runs.clear()
    state, result = lab.outcome(task.delay())
    return state, result, len(runs)


def prove() -> None:
    lab.claim("its max_retries, from Celery", silent.max_retries, 3)
    with lab.worker_thread(app):
        lab.claim("hazard: state, result, runs", after(silent), ("FAILURE", "ConnectionError", 1))
        lab.claim("mended: state, result, runs", after(mended), ("SUCCESS", "answer", 3))


if __name__ == "__main__":
    lab.main(prove)
