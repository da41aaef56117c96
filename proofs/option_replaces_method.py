"""An option named like a method of Task takes the method's place."""

from typing import Any

from proofs import lab

app = lab.memory_app()


@app.task(bind=True, retry=True)
def capture(self: Any) -> None:
    raise self.retry(countdown=0)


@app.task(delay=10)
def open_later() -> None: ...


def send_later() -> None:
    open_later.delay()


@app.task(apply_async=None)
def close_later() -> None: ...


@app.task(bind=True, max_retries=1, default_retry_delay=0)
def capture_mended(self: Any) -> int:
    if self.request.retries < 1:
        raise self.retry()
    return int(self.request.retries)


def prove() -> None:
    lab.claim("hazard: delay with the option delay raises", lab.raised_by(send_later), "TypeError")
    lab.claim("hazard: delay with the option apply_async raises", lab.raised_by(close_later.delay), "TypeError")
    with lab.worker_thread(app):
        lab.claim("hazard: self.retry with the option retry", lab.outcome(capture.delay()), ("FAILURE", "TypeError"))

        lab.claim("mended: self.retry ends in", lab.outcome(capture_mended.delay()), ("SUCCESS", 1))


if __name__ == "__main__":
    lab.main(prove)
