"""`get()` without a timeout does not come back for a task that nobody runs, or that is ignored; with one it does."""

import threading
from typing import Any

from celery.exceptions import Ignore
from celery.exceptions import TimeoutError as NotReadyError

from proofs import lab

app = lab.memory_app()
SECONDS = 0.4


@app.task
def double(number: int) -> int:
    return number * 2


@app.task
def give_up() -> None:
    raise Ignore


def waits(result: Any) -> bool:
    """Whether `get()` still waits after a while."""
    thread = threading.Thread(target=result.get, kwargs={"interval": 0.05}, daemon=True)
    thread.start()
    thread.join(SECONDS)
    return thread.is_alive()


def prove() -> None:
    lab.claim("hazard: get() of an unknown id waits", waits(app.AsyncResult("unknown")), True)
    lab.claim("hazard: get() from a queue without worker waits", waits(double.apply_async((1,), queue="none")), True)
    with lab.worker_thread(app):
        lab.claim("hazard: get() of a task that raised Ignore waits", waits(give_up.delay()), True)
        result = double.delay(2)
        lab.claim("fine: get() of a task that runs waits", waits(result), False)
    late = lab.raised_by(lambda: app.AsyncResult("unknown").get(timeout=SECONDS))
    lab.claim("mended: get(timeout=...) raises", late, NotReadyError.__name__)
    lab.claim("fine: apply() is ready", double.apply((3,)).get(), 6)


if __name__ == "__main__":
    lab.main(prove)
