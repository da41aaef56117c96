"""A bound task is passed to its function: one without a place for it fails, one with data in that place shifts."""

from typing import Any

from proofs import lab

app = lab.memory_app()


@app.task(bind=True)
def count_orders() -> int:
    return 3


@app.task(bind=True)
def count_orders_of(*, customer: str) -> int:
    return len(customer)


@app.task(bind=True)
def close(account: Any, reason: Any = "requested") -> str:
    return f"{type(account).__name__}, {reason}"


@app.task(bind=True)
def count_orders_mended(self: Any) -> int:
    return 3


@app.task(bind=True)
def close_mended(self: Any, account: Any, reason: Any = "requested") -> str:
    return f"{type(account).__name__}, {reason}"


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: delay of a task without parameters raises", lab.raised_by(count_orders.delay), "TypeError")
        keyword = lab.raised_by(count_orders_of.delay, customer="Ann")
        lab.claim("hazard: delay of one with keywords alone raises", keyword, "TypeError")
        lab.claim("hazard: account and reason are", lab.outcome(close.delay(7)), ("SUCCESS", "close, 7"))

        lab.claim("mended: the task ends in", lab.outcome(count_orders_mended.delay()), ("SUCCESS", 3))
        lab.claim("mended: account and reason are", lab.outcome(close_mended.delay(7)), ("SUCCESS", "int, requested"))


if __name__ == "__main__":
    lab.main(prove)
