"""Beside `retry_backoff` neither `default_retry_delay` nor the countdown in `retry_kwargs` is what a retry waits."""

from typing import Any

from proofs import lab

app = lab.memory_app()
countdowns: list[Any] = []
OPTIONS: dict[str, Any] = {"max_retries": 2, "retry_jitter": False, "autoretry_for": (LookupError,)}


def failing() -> None:
    raise LookupError


def retrying(self: Any) -> None:
    raise self.retry()


def waits(task: Any) -> list[Any]:
    """The delays of the retries of a task."""
    countdowns.clear()
    original = task.signature_from_request

    def spy(*args: Any, **kwargs: Any) -> Any:
        countdowns.append(kwargs["countdown"])
        return original(*args, **{**kwargs, "countdown": 0})

    task.signature_from_request = spy
    lab.outcome(task.delay())
    return countdowns[:2]


delayed = app.task(name="delayed", default_retry_delay=60, retry_backoff=True, **OPTIONS)(failing)
counted = app.task(name="counted", retry_kwargs={"countdown": 9}, retry_backoff=True, **OPTIONS)(failing)
by_hand = app.task(name="by_hand", bind=True, default_retry_delay=60, retry_backoff=True, **OPTIONS)(retrying)
mended = app.task(name="mended", retry_backoff=60, **OPTIONS)(failing)
dropped = app.task(name="dropped", retry_backoff=True, max_retries=2, retry_jitter=False, autoretry_for=(LookupError,))(
    failing
)


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: waits with default_retry_delay=60", waits(delayed), [1, 2])
        lab.claim("hazard: waits with a countdown of 9", waits(counted), [1, 2])
        lab.claim("a retry by hand waits it", waits(by_hand), [60, 60])
        lab.claim("mended: waits", waits(mended), [60, 120])
        lab.claim("mended by leaving it out: waits as before", waits(dropped), [1, 2])


if __name__ == "__main__":
    lab.main(prove)
