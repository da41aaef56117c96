"""`max_retries` and `default_retry_delay` alone retry nothing: the task fails at its first error."""

from typing import Any

from proofs import lab

app = lab.memory_app()
runs: list[str] = []
OPTIONS: dict[str, Any] = {"max_retries": 2, "default_retry_delay": 0}


def free() -> None:
    runs.append("run")
    raise ConnectionError("ward is offline")


def free_and_retry(self: Any) -> None:
    try:
        free()
    except ConnectionError as error:
        raise self.retry(exc=error) from error


alone = app.task(name="alone", **OPTIONS)(free)
automatic = app.task(name="automatic", autoretry_for=(ConnectionError,), **OPTIONS)(free)
by_hand = app.task(name="by_hand", bind=True, **OPTIONS)(free_and_retry)


def after(task: Any) -> tuple[str, int]:
    """The state of a task, and how often it ran."""
    runs.clear()
    state, _ = lab.outcome(task.delay())
    return state, len(runs)


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: state and runs", after(alone), ("FAILURE", 1))
        lab.claim("mended by autoretry_for: state and runs", after(automatic), ("FAILURE", 3))
        lab.claim("mended by a retry: state and runs", after(by_hand), ("FAILURE", 3))


if __name__ == "__main__":
    lab.main(prove)
