"""With `max_retries=None` retries go on beyond the default of 3; given to `retry` itself, None means the task's own."""

from typing import Any

from proofs import lab

app = lab.memory_app()
runs: dict[str, int] = {}
MANY = 12


def photograph(self: Any) -> str:
    runs[self.name] = runs.get(self.name, 0) + 1
    if runs[self.name] > MANY:
        return "stopped by the proof"
    raise self.retry(exc=LookupError(), max_retries=None)


def photograph_by_itself(self: Any) -> str:
    runs[self.name] = runs.get(self.name, 0) + 1
    if runs[self.name] > MANY:
        return "stopped by the proof"
    raise LookupError


OPTIONS: dict[str, Any] = {"bind": True, "default_retry_delay": 0}
AUTOMATIC: dict[str, Any] = {"autoretry_for": (LookupError,), **OPTIONS}
endless = app.task(name="endless", max_retries=None, **OPTIONS)(photograph)
automatic = app.task(name="automatic", max_retries=None, **AUTOMATIC)(photograph_by_itself)
numbered = app.task(name="numbered", max_retries=5, **OPTIONS)(photograph)
kwargs = app.task(name="kwargs", retry_kwargs={"max_retries": None}, **AUTOMATIC)(photograph_by_itself)


def after(task: Any) -> tuple[str, int]:
    """What a task ended in, and how often it ran."""
    _, ended = lab.outcome(task.delay())
    return ended, runs[task.name]


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: end and runs", after(endless), ("stopped by the proof", MANY + 1))
        lab.claim("hazard: end and runs of automatic retries", after(automatic), ("stopped by the proof", MANY + 1))
        lab.claim("mended: end and runs", after(numbered), ("LookupError", 6))
        lab.claim("None in retry_kwargs: end and runs", after(kwargs), ("LookupError", 4))


if __name__ == "__main__":
    lab.main(prove)
