"""The first parameter of `retry` is `args`: given an exception it raises TypeError, and sends nothing."""

from typing import Any

from proofs import lab

app = lab.memory_app()
runs: list[str] = []


@app.task(bind=True, max_retries=2, default_retry_delay=0)
def fetch(self: Any) -> None:
    runs.append("run")
    try:
        raise LookupError("service down")
    except LookupError as error:
        self.retry(error)


@app.task(bind=True, max_retries=2, default_retry_delay=0)
def fetch_mended(self: Any) -> None:
    runs.append("run")
    try:
        raise LookupError("service down")
    except LookupError as error:
        self.retry(exc=error)


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: the task ends in", lab.outcome(fetch.delay()), ("FAILURE", "TypeError"))
        lab.claim("hazard: runs", len(runs), 1)
        runs.clear()
        lab.claim("mended: the task ends in", lab.outcome(fetch_mended.delay()), ("FAILURE", "LookupError"))
        lab.claim("mended: runs", len(runs), 3)


if __name__ == "__main__":
    lab.main(prove)
