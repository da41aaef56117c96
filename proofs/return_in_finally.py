"""A `return` in a `finally` drops the exception: the task ends in SUCCESS, and Celery has nothing to retry."""

from typing import Any

from proofs import lab

app = lab.memory_app()
runs: list[str] = []
OPTIONS: dict[str, Any] = {"autoretry_for": (LookupError,), "max_retries": 1, "retry_kwargs": {"countdown": 0}}


def read_feed() -> None:
    raise LookupError("feed closed")


@app.task(**OPTIONS)
def load() -> dict[str, int]:
    counts = {"saved": 0}
    runs.append("run")
    try:
        read_feed()
    finally:
        return counts  # noqa: B012


@app.task(**OPTIONS)
def load_mended() -> dict[str, int]:
    counts = {"saved": 0}
    runs.append("run")
    try:
        read_feed()
    finally:
        counts["saved"] += 1
    return counts


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: the task ends in", lab.outcome(load.delay()), ("SUCCESS", {"saved": 0}))
        lab.claim("hazard: runs", len(runs), 1)
        runs.clear()
        lab.claim("mended: the task ends in", lab.outcome(load_mended.delay()), ("FAILURE", "LookupError"))
        lab.claim("mended: runs", len(runs), 2)


if __name__ == "__main__":
    lab.main(prove)
