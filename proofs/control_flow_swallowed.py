"""Ignore and Reject are Exceptions: a broad handler takes them, and the task is reported as a SUCCESS."""

from typing import Any

from celery.exceptions import Ignore, Reject

from proofs import lab

app = lab.memory_app()
runs: list[str] = []


@app.task
def page() -> str:
    runs.append("page")
    return "page"


@app.task(bind=True)
def replaced(self: Any) -> str:
    try:
        raise self.replace(page.s())
    except Exception as error:
        return f"failed: {type(error).__name__}"


@app.task(bind=True)
def replaced_mended(self: Any) -> str:
    try:
        raise self.replace(page.s())
    except Ignore:
        raise
    except Exception as error:
        return f"failed: {type(error).__name__}"


@app.task
def ignored() -> None:
    try:
        raise Ignore
    except Exception:
        runs.append("taken")


@app.task
def ignored_mended() -> None:
    raise Ignore


@app.task(acks_late=True)
def rejected() -> None:
    runs.append("run")
    try:
        raise Reject("again", requeue=len(runs) == 1)
    except Exception:
        runs.append("taken")


@app.task(acks_late=True)
def rejected_mended() -> None:
    runs.append("run")
    if len(runs) == 1:
        raise Reject("again", requeue=True)


@app.task
def idle() -> None:
    """Ends after all that was sent before it."""


def after(task: Any) -> tuple[str, list[str]]:
    """The state of a task when nothing is left to run, and what ran."""
    runs.clear()
    result = task.delay()
    lab.outcome(idle.delay())
    lab.outcome(idle.delay())
    return result.state, list(runs)


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: Ignore", after(ignored), ("SUCCESS", ["taken"]))
        lab.claim("mended: Ignore", after(ignored_mended), ("PENDING", []))
        lab.claim("hazard: Reject", after(rejected), ("SUCCESS", ["run", "taken"]))
        lab.claim("mended: Reject", after(rejected_mended), ("SUCCESS", ["run", "run"]))
        lab.claim("hazard: one result of replace is", lab.outcome(replaced.delay())[1], "failed: Ignore")
        lab.claim("mended: the result of replace is", lab.outcome(replaced_mended.delay())[1], "page")


if __name__ == "__main__":
    lab.main(prove)
