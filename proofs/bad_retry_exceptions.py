"""`autoretry_for` without a tuple stops the worker at its start; with text in it, no exception is retried."""

from typing import Any

from proofs import lab

RUNS: list[str] = []


def refresh() -> None:
    RUNS.append("run")
    raise LookupError


def looked_at(**options: Any) -> str | None:
    """What looking at a task with these options raises, as a worker does for each task when it starts."""
    app = lab.memory_app()
    app.task(shared=False, **options)(refresh)
    return lab.raised_by(app.finalize)


def runs_of(app: Any, task: Any) -> tuple[object, int]:
    """How a task ends, and after how many runs."""
    RUNS.clear()
    with lab.worker_thread(app):
        return lab.outcome(task.delay()), len(RUNS)


def prove() -> None:
    value: Any
    for value in (LookupError, (LookupError), None):  # the parentheses alone make no tuple
        lab.claim(f"hazard: autoretry_for={value}", looked_at(autoretry_for=value), "TypeError")
        lab.claim(f"hazard: dont_autoretry_for={value}", looked_at(dont_autoretry_for=value), "TypeError")
    for value in ((LookupError,), [LookupError], {LookupError}, ()):
        lab.claim(f"mended: autoretry_for={value}", looked_at(autoretry_for=value), None)

    options: dict[str, Any] = {"max_retries": 1, "retry_kwargs": {"countdown": 0}}
    app = lab.memory_app()
    task = app.task(autoretry_for=("LookupError",), **options)(refresh)
    lab.claim("hazard: text in the tuple", runs_of(app, task), (("FAILURE", "TypeError"), 1))
    app = lab.memory_app()
    task = app.task(autoretry_for=(LookupError(),), **options)(refresh)
    lab.claim("hazard: an instance in the tuple", runs_of(app, task), (("FAILURE", "TypeError"), 1))
    app = lab.memory_app()
    task = app.task(autoretry_for=(LookupError,), **options)(refresh)
    lab.claim("mended: a class in the tuple", runs_of(app, task), (("FAILURE", "LookupError"), 2))


if __name__ == "__main__":
    lab.main(prove)
