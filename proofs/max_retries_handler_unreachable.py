"""With `exc` it is that exception that `retry` raises in the end, and no handler of MaxRetriesExceededError sees it."""

from typing import Any

from celery.exceptions import MaxRetriesExceededError

from proofs import lab

app = lab.memory_app()
given_up: list[str] = []


@app.task(bind=True, max_retries=1, default_retry_delay=0)
def print_order(self: Any) -> None:
    try:
        raise LookupError("printer jam")
    except LookupError as error:
        try:
            self.retry(exc=error)
        except MaxRetriesExceededError:
            given_up.append("print_order")


@app.task(bind=True, max_retries=1, default_retry_delay=0)
def print_order_mended(self: Any) -> None:
    try:
        raise LookupError("printer jam")
    except LookupError:
        try:
            self.retry()
        except MaxRetriesExceededError:
            given_up.append("print_order_mended")


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: the task ends in", lab.outcome(print_order.delay()), ("FAILURE", "LookupError"))
        lab.claim("hazard: given up", given_up, [])
        lab.claim("mended: the task ends in", lab.outcome(print_order_mended.delay()), ("SUCCESS", None))
        lab.claim("mended: given up", given_up, ["print_order_mended"])


if __name__ == "__main__":
    lab.main(prove)
