"""Without `exc` a task whose retries are used up fails with MaxRetriesExceededError, inside a handler too."""

from typing import Any

from proofs import lab

app = lab.memory_app()
seen: list[str] = []
OPTIONS: dict[str, Any] = {"bind": True, "max_retries": 1, "default_retry_delay": 0}


def note(self: Any, exc: Exception, *_: object) -> None:
    seen.append(type(exc).__name__)


@app.task(on_failure=note, **OPTIONS)
def post(self: Any) -> None:
    try:
        raise LookupError("no printer")
    except LookupError as error:
        raise self.retry() from error


@app.task(on_failure=note, **OPTIONS)
def post_mended(self: Any) -> None:
    try:
        raise LookupError("no printer")
    except LookupError as error:
        raise self.retry(exc=error) from error


def traceback_of(task: Any) -> str:
    result = task.delay()
    lab.outcome(result)
    return str(result.traceback)


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: result", lab.outcome(post.delay()), ("FAILURE", "MaxRetriesExceededError"))
        lab.claim("hazard: the error is in the traceback", "LookupError: no printer" in traceback_of(post), True)
        lab.claim("mended: result", lab.outcome(post_mended.delay()), ("FAILURE", "LookupError"))
        lab.claim("what on_failure got", seen, ["MaxRetriesExceededError"] * 2 + ["LookupError"])


if __name__ == "__main__":
    lab.main(prove)
