"""A decorator above the task decorator hides the task: no `delay`, and a worker runs the function without it."""

import functools
from collections.abc import Callable
from contextlib import contextmanager
from typing import Any

from proofs import lab

app = lab.memory_app()
timed_runs: list[str] = []


def timed(function: Callable[..., Any]) -> Any:
    @functools.wraps(function)
    def measure(*args: Any) -> Any:
        timed_runs.append(function.__name__)
        return function(*args)

    return measure


@contextmanager
def schema(_name: str) -> Any:
    yield


@timed
@app.task(name="resize")
def resize(width: int) -> int:
    return width


@functools.lru_cache
@app.task
def cached(width: int) -> int:
    return width


@schema("public")
@app.task
def in_schema(width: int) -> int:
    return width


@app.task
@timed
def resize_mended(width: int) -> int:
    return width


@app.task
@schema("public")
def in_schema_mended(width: int) -> int:
    return width


def length(text: str) -> int:
    return len(text)


def prove() -> None:
    hidden = {each.__name__: hasattr(each, "delay") for each in (resize, cached, in_schema)}
    lab.claim("hazard: has a delay", hidden, {"resize": False, "cached": False, "in_schema": False})
    with lab.worker_thread(app):
        sent = app.send_task("resize", (1,))
        lab.claim("hazard: the task that a worker runs ends in", lab.outcome(sent), ("SUCCESS", 1))
        lab.claim("hazard: runs that were timed", timed_runs, [])

        lab.claim("mended: the task ends in", lab.outcome(resize_mended.delay(2)), ("SUCCESS", 2))
        lab.claim("mended: runs that were timed", timed_runs, ["resize_mended"])
        lab.claim("mended: a context manager", lab.outcome(in_schema_mended.delay(3)), ("SUCCESS", 3))
    below = lab.raised_by(lambda: app.task(functools.lru_cache(length)).name)
    lab.claim("hazard: a cached function below the task decorator", below, "AttributeError")


if __name__ == "__main__":
    lab.main(prove)
