"""Automatic retries wait the same 180 seconds each, or what the task says; with `retry_backoff` the waits grow."""

from typing import Any

from proofs import lab

app = lab.memory_app()
countdowns: list[Any] = []
OPTIONS: dict[str, Any] = {"autoretry_for": (LookupError,), "max_retries": 3}


def failing() -> None:
    raise LookupError


def waits(task: Any) -> list[Any]:
    """The delays of the retries of a task."""
    countdowns.clear()
    original = task.signature_from_request

    def spy(*args: Any, **kwargs: Any) -> Any:
        countdowns.append(kwargs["countdown"])
        return original(*args, **{**kwargs, "countdown": 0})

    task.signature_from_request = spy
    lab.outcome(task.delay())
    return countdowns[:3]


plain = app.task(name="plain", **OPTIONS)(failing)
delayed = app.task(name="delayed", default_retry_delay=30, **OPTIONS)(failing)
counted = app.task(name="counted", retry_kwargs={"countdown": 5}, **OPTIONS)(failing)
mended = app.task(name="mended", retry_backoff=True, retry_jitter=False, **OPTIONS)(failing)
random = app.task(name="random", retry_backoff=1000, retry_backoff_max=9, **OPTIONS)(failing)


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: waits", waits(plain), [180, 180, 180])
        lab.claim("hazard: waits with default_retry_delay=30", waits(delayed), [30, 30, 30])
        lab.claim("hazard: waits with a countdown of 5", waits(counted), [5, 5, 5])
        lab.claim("mended: waits without their random part", waits(mended), [1, 2, 4])
        lab.claim("mended: random waits are in bounds", all(0 <= wait <= 9 for wait in waits(random)), True)


if __name__ == "__main__":
    lab.main(prove)
