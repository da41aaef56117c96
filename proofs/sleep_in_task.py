"""While a task sleeps, its slot runs nothing else; one that comes back later lets others run."""

import time
from typing import Any

from proofs import lab

app = lab.memory_app()
PAUSE = 0.6
done: list[str] = []


@app.task
def look_after_sleep() -> None:
    time.sleep(PAUSE)
    done.append("look")


@app.task(bind=True, max_retries=1)
def look_by_retry(self: Any) -> None:
    if self.request.retries == 0:
        raise self.retry(countdown=PAUSE)
    done.append("look")


@app.task
def other() -> None:
    done.append("other")


def order_with(task: Any) -> list[str]:
    done.clear()
    results = [task.delay(), other.delay()]
    lab.wait_until(lambda: all(result.ready() for result in results))
    return list(done)


def prove() -> None:
    with lab.worker_thread(app):  # one slot
        lab.claim("hazard: the other task waits", order_with(look_after_sleep), ["look", "other"])
        lab.claim("mended: it goes first", order_with(look_by_retry), ["other", "look"])


if __name__ == "__main__":
    lab.main(prove)
