"""The options of automatic retries act only beside `autoretry_for`: a retry by hand waits `default_retry_delay`."""

from typing import Any

from proofs import lab

app = lab.memory_app()
countdowns: list[Any] = []
OPTIONS: dict[str, Any] = {"bind": True, "max_retries": 2}


def retrying(self: Any) -> None:
    raise self.retry()


def failing(self: Any) -> None:
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
    return countdowns[:2]


by_hand = app.task(
    name="by_hand",
    retry_backoff=2,
    retry_jitter=False,
    retry_kwargs={"countdown": 5},
    default_retry_delay=77,
    **OPTIONS,
)(retrying)
not_at_all = app.task(name="not_at_all", retry_backoff=2, retry_jitter=False, **OPTIONS)(failing)
no_backoff = app.task(
    name="no_backoff",
    autoretry_for=(LookupError,),
    retry_backoff_max=5,
    retry_jitter=True,
    default_retry_delay=77,
    **OPTIONS,
)(failing)
mended = app.task(
    name="mended", autoretry_for=(LookupError,), retry_backoff=2, retry_jitter=False, default_retry_delay=77, **OPTIONS
)(failing)


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: delays of retries by hand", waits(by_hand), [77, 77])
        lab.claim("hazard: delays without a retry by hand", waits(not_at_all), [])
        lab.claim("hazard: delays with a maximum and a jitter of no backoff", waits(no_backoff), [77, 77])
        lab.claim("mended: delays", waits(mended), [2, 4])


if __name__ == "__main__":
    lab.main(prove)
