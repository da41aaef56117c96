"""Arguments of `retry` that it cannot use: the retry is not sent, or what ends the task is not what was meant."""

from datetime import datetime, timedelta, timezone
from typing import Any

from proofs import lab

app = lab.memory_app()
runs: list[str] = []
NOW = datetime(2020, 1, 1, tzinfo=timezone.utc)
BAD: dict[str, dict[str, Any]] = {
    "countdown=timedelta": {"countdown": timedelta(seconds=1)},
    "countdown=text": {"countdown": "1"},
    "expires=timedelta": {"countdown": 0, "expires": timedelta(hours=1)},
    "eta=timedelta": {"eta": timedelta(seconds=1)},
    "eta=number": {"eta": 1},
    "args=number": {"args": 60},
    "max_retries=text": {"countdown": 0, "max_retries": "1"},
}
GOOD: dict[str, dict[str, Any]] = {
    "countdown=seconds": {"countdown": timedelta(seconds=0).total_seconds()},
    "eta=datetime": {"eta": NOW},
    "exc=instance": {"countdown": 0, "exc": LookupError("closed")},
}


@app.task(bind=True, max_retries=1)
def bill(self: Any, case: str) -> None:
    runs.append("run")
    raise self.retry(**{**BAD, **GOOD}[case])


@app.task(bind=True, max_retries=1)
def draw_text(self: Any) -> None:
    raise self.retry(exc="still running", countdown=0)


@app.task(bind=True, max_retries=1)
def draw_class(self: Any) -> None:
    raise self.retry(exc=LookupError, countdown=3600)


@app.task
def idle() -> None:
    """Ends after all that was sent before it."""


def count_runs(case: str) -> int:
    """How often the task runs until nothing of it is left."""
    runs.clear()
    result = bill.delay(case)
    lab.outcome(idle.delay())
    if case in GOOD:
        lab.outcome(result)
    return len(runs)


def prove() -> None:
    with lab.worker_thread(app):
        for case in BAD:
            lab.claim(f"hazard: runs with {case}", count_runs(case), 1)
        for case in GOOD:
            lab.claim(f"mended: runs with {case}", count_runs(case), 2)
        lab.claim("hazard: exc=text ends in", lab.outcome(draw_text.delay()), ("FAILURE", "TypeError"))
        lab.claim("hazard: exc=class ends in", lab.outcome(draw_class.delay()), ("FAILURE", "EncodeError"))


if __name__ == "__main__":
    lab.main(prove)
