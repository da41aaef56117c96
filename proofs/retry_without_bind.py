"""In a task without `bind=True`, `self.retry` finds no task, and nothing is retried.

It raises a NameError, or an AttributeError where `self` is the first argument, in place of the error to retry for.
"""

from typing import Any

from proofs import lab

app = lab.memory_app()
runs: list[str] = []


def call_gateway(order: str) -> None:
    runs.append(order)
    raise ConnectionError("gateway is down")


@app.task(max_retries=1, default_retry_delay=0)
def charge_unbound(order: str) -> None:
    try:
        call_gateway(order)
    except ConnectionError as error:
        raise self.retry(exc=error) from error  # type: ignore[name-defined]  # noqa: F821


@app.task(max_retries=1, default_retry_delay=0)
def charge_first_argument(self: Any, order: str) -> None:
    try:
        call_gateway(order)
    except ConnectionError as error:
        raise self.retry(exc=error) from error


@app.task(bind=True, max_retries=1, default_retry_delay=0)
def charge_mended(self: Any, order: str) -> None:
    try:
        call_gateway(order)
    except ConnectionError as error:
        raise self.retry(exc=error) from error


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: the task ends in", lab.outcome(charge_unbound.delay("A1")), ("FAILURE", "NameError"))
        argument = charge_first_argument.delay("customer", "B1")
        lab.claim("hazard: with self as an argument", lab.outcome(argument), ("FAILURE", "AttributeError"))
        lab.claim("hazard: runs", runs, ["A1", "B1"])

        runs.clear()
        lab.claim("mended: the task ends in", lab.outcome(charge_mended.delay("C1")), ("FAILURE", "ConnectionError"))
        lab.claim("mended: runs", runs, ["C1", "C1"])


if __name__ == "__main__":
    lab.main(prove)
