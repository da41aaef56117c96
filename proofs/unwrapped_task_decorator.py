"""A wrapper without `functools.wraps` gives the task its own name, and the next such task is the first."""

import functools
from collections.abc import Callable
from typing import Any

from proofs import lab

app = lab.memory_app()


def logged(function: Callable[..., Any]) -> Any:
    def wrapper(*args: Any) -> Any:
        return function(*args)

    return wrapper


def logged_mended(function: Callable[..., Any]) -> Any:
    @functools.wraps(function)
    def wrapper(*args: Any) -> Any:
        return function(*args)

    return wrapper


@app.task
@logged
def publish() -> str:
    return "published"


@app.task
@logged_mended
def publish_mended() -> str:
    return "published"


@app.task
@logged_mended
def withdraw_mended() -> str:
    return "withdrawn"


def prove() -> None:
    lab.claim("hazard: the task is registered as", publish.name.rpartition(".")[2], "wrapper")

    @app.task
    @logged
    def withdraw() -> str:
        return "withdrawn"

    lab.claim("hazard: the next task with the decorator gives", withdraw.apply().get(), "published")

    lab.claim("mended: the task is registered as", publish_mended.name.rpartition(".")[2], "publish_mended")
    lab.claim("mended: the next task with the decorator gives", withdraw_mended.apply().get(), "withdrawn")


if __name__ == "__main__":
    lab.main(prove)
