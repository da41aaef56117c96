"""`__call__` of a task class sees each retry as an exception; `on_failure` is called only for a failure."""

from typing import Any

from celery import Task
from celery.exceptions import Ignore, Reject, Retry

from proofs import lab

app = lab.memory_app()
records: list[str] = []


class RecordAll(Task):  # type: ignore[misc]
    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        try:
            return self.run(*args, **kwargs)
        except Exception as error:
            records.append(type(error).__name__)
            raise


class RecordFailures(Task):  # type: ignore[misc]
    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        try:
            return self.run(*args, **kwargs)
        except (Retry, Ignore, Reject):
            raise
        except Exception as error:
            records.append(type(error).__name__)
            raise


class RecordOnFailure(Task):  # type: ignore[misc]
    def on_failure(self, exc: Exception, *_: Any) -> None:
        records.append(type(exc).__name__)


def fetch(self: Any, good: bool = True) -> str:
    if self.request.retries < 2 or not good:
        raise self.retry(exc=ConnectionError(), countdown=0, max_retries=2)
    return "fetched"


options: dict[str, Any] = {"bind": True, "shared": False}
record_all = app.task(fetch, name="all", base=RecordAll, **options)
record_failures = app.task(fetch, name="failures", base=RecordFailures, **options)
record_on_failure = app.task(fetch, name="on_failure", base=RecordOnFailure, **options)


def run(task: Any, good: bool = True) -> tuple[str, list[str]]:
    """The state that a task with two retries ends in, and the failures that were recorded."""
    records.clear()
    state, _ = lab.outcome(task.delay(good))
    return state, list(records)


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: a task that ends well has failed twice", run(record_all), ("SUCCESS", ["Retry", "Retry"]))
        lab.claim("mended: retries raised before", run(record_failures), ("SUCCESS", []))
        lab.claim("and a failure is still seen", run(record_failures, False), ("FAILURE", ["ConnectionError"]))
        lab.claim("mended: recorded by on_failure", run(record_on_failure), ("SUCCESS", []))
        lab.claim("and a failure is still seen", run(record_on_failure, False), ("FAILURE", ["ConnectionError"]))


if __name__ == "__main__":
    lab.main(prove)
