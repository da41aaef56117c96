"""`apply` runs a task here, whatever its limits say, and keeps what it raises in a result."""

import threading
import time
from typing import Any

from proofs import lab

app = lab.memory_app()
runs: list[float] = []


@app.task
def fail() -> None:
    raise ValueError("no such invoice")


@app.task(time_limit=0.2, soft_time_limit=0.1)
def slow() -> str:
    time.sleep(0.5)
    return threading.current_thread().name


@app.task(bind=True, max_retries=2)
def come_back(self: Any) -> None:
    runs.append(time.monotonic())
    raise self.retry(countdown=60)


def prove() -> None:
    result = fail.apply()
    lab.claim("hazard: nothing is raised", (result.state, type(result.result).__name__), ("FAILURE", "ValueError"))
    lab.claim("hazard: here, and without limits", slow.apply().result, threading.current_thread().name)
    come_back.apply()
    lab.claim("hazard: runs, a minute apart", len(runs), 3)
    lab.claim("hazard: without that minute", runs[-1] - runs[0] < 5, True)
    lab.claim("mended: throw=True", lab.raised_by(fail.apply, throw=True), "ValueError")
    with lab.worker_thread(app):
        lab.claim("mended: delay", lab.outcome(fail.delay()), ("FAILURE", "ValueError"))
        lab.claim("mended: its get", lab.raised_by(fail.delay().get, timeout=lab.WAIT_LIMIT), "ValueError")


if __name__ == "__main__":
    lab.main(prove)
