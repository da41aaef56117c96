"""A retry by hand knows nothing of `retry_backoff` and `retry_kwargs`: it waits `default_retry_delay` each time."""

from typing import Any

from proofs import lab

app = lab.memory_app()
OPTIONS: dict[str, Any] = {
    "bind": True,
    "autoretry_for": (LookupError,),
    "retry_backoff": 2,
    "retry_jitter": False,
    "retry_kwargs": {"max_retries": 2},
}


@app.task(**OPTIONS)
def sync(self: Any) -> None:
    try:
        raise LookupError
    except LookupError as error:
        self.retry(exc=error)


@app.task(**OPTIONS)
def sync_mended(self: Any) -> None:
    raise LookupError


def delays(task: Any) -> list[Any]:
    """The delays of the first two retries of a task; to save time it runs again at once."""
    found: list[Any] = []
    original = task.signature_from_request

    def spy(*args: Any, **kwargs: Any) -> Any:
        found.append(kwargs["countdown"])
        return original(*args, **{**kwargs, "countdown": 0})

    task.signature_from_request = spy
    lab.claim("the task ends in", lab.outcome(task.delay()), ("FAILURE", "LookupError"))
    return found[:2]


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: delays", delays(sync), [180, 180])
        lab.claim("mended: delays", delays(sync_mended), [2, 4])


if __name__ == "__main__":
    lab.main(prove)
