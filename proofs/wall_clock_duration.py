"""A clock that is set while a task runs spoils a difference of `time.time()`, and not one of `time.monotonic()`."""

import time
from unittest import mock

from proofs import lab

app = lab.memory_app()


def an_hour_back() -> object:
    """What an administrator does, or a time server."""
    return mock.patch("time.time", return_value=time.time() - 3600)


@app.task
def measure_by_wall() -> float:
    start = time.time()
    with an_hour_back():  # type: ignore[attr-defined]
        return time.time() - start


@app.task
def measure_by_monotonic() -> float:
    start = time.monotonic()
    with an_hour_back():  # type: ignore[attr-defined]
        return time.monotonic() - start


def prove() -> None:
    lab.claim("hazard: the clock of time.time() may be set", time.get_clock_info("time").adjustable, True)
    lab.claim("mended: that of time.monotonic() may not", time.get_clock_info("monotonic").adjustable, False)
    with lab.worker_thread(app):
        lab.claim("hazard: the duration is negative", lab.outcome(measure_by_wall.delay())[1] < -3000, True)
        lab.claim("mended: it is", 0 <= lab.outcome(measure_by_monotonic.delay())[1] < 10, True)


if __name__ == "__main__":
    lab.main(prove)
