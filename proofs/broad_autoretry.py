"""With `autoretry_for=(Exception,)` an error of the code is retried like one that passes."""

from typing import Any

from proofs import lab

app = lab.memory_app()
runs: list[str] = []
OPTIONS: dict[str, Any] = {"max_retries": 2, "retry_kwargs": {"countdown": 0}}


def reserve() -> None:
    runs.append("run")
    raise TypeError("no such argument")


broad = app.task(name="broad", autoretry_for=(Exception,), **OPTIONS)(reserve)
narrow = app.task(name="narrow", autoretry_for=(ConnectionError,), **OPTIONS)(reserve)
sparing = app.task(name="sparing", autoretry_for=(Exception,), dont_autoretry_for=(TypeError,), **OPTIONS)(reserve)


def after(task: Any) -> tuple[str, int]:
    """The error of a task, and how often it ran."""
    runs.clear()
    _, error = lab.outcome(task.delay())
    return error, len(runs)


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: error and runs", after(broad), ("TypeError", 3))
        lab.claim("mended: error and runs", after(narrow), ("TypeError", 1))
        lab.claim("mended by dont_autoretry_for: error and runs", after(sparing), ("TypeError", 1))


if __name__ == "__main__":
    lab.main(prove)
