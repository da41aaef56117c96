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


APP = lab.memory_app()
OPTIONS: dict[str, Any] = {"max_retries": 1, "retry_kwargs": {"countdown": 0}}
with_text = APP.task(name="with_text", autoretry_for=("LookupError",), **OPTIONS)(refresh)
with_instance = APP.task(name="with_instance", autoretry_for=(LookupError(),), **OPTIONS)(refresh)
mended = APP.task(name="mended", autoretry_for=(LookupError,), **OPTIONS)(refresh)


def runs_of(task: Any) -> tuple[object, int]:
    """How a task ends, and after how many runs."""
    RUNS.clear()
    return lab.outcome(task.delay()), len(RUNS)


def prove() -> None:
    value: Any
    for value in (LookupError, (LookupError), None):  # the parentheses alone make no tuple
        lab.claim(f"hazard: autoretry_for={value}", looked_at(autoretry_for=value), "TypeError")
        lab.claim(f"hazard: dont_autoretry_for={value}", looked_at(dont_autoretry_for=value), "TypeError")
    for value in ((LookupError,), [LookupError], {LookupError}, ()):
        lab.claim(f"mended: autoretry_for={value}", looked_at(autoretry_for=value), None)
    with lab.worker_thread(APP):
        lab.claim("hazard: text in the tuple", runs_of(with_text), (("FAILURE", "TypeError"), 1))
        lab.claim("hazard: an instance in the tuple", runs_of(with_instance), (("FAILURE", "TypeError"), 1))
        lab.claim("mended: a class in the tuple", runs_of(mended), (("FAILURE", "LookupError"), 2))


if __name__ == "__main__":
    lab.main(prove)
