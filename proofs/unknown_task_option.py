"""An option that Celery does not know is an attribute that nobody reads: `max_retry=1` leaves `max_retries` at 3."""

from typing import Any

from proofs import lab

app = lab.memory_app()
runs: list[str] = []


@app.task(bind=True, max_retry=1, default_retry_delay=0)
def charge(self: Any) -> None:
    runs.append("run")
    raise self.retry()


@app.task(bind=True, max_retries=1, default_retry_delay=0)
def charge_mended(self: Any) -> None:
    runs.append("run")
    raise self.retry()


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: max_retry, max_retries", (charge.max_retry, charge.max_retries), (1, 3))
        lab.claim("hazard: the task ends in", lab.outcome(charge.delay()), ("FAILURE", "MaxRetriesExceededError"))
        lab.claim("hazard: runs", len(runs), 4)

        runs.clear()
        lab.claim("mended: max_retries", charge_mended.max_retries, 1)
        mended = charge_mended.delay()
        lab.claim("mended: the task ends in", lab.outcome(mended), ("FAILURE", "MaxRetriesExceededError"))
        lab.claim("mended: runs", len(runs), 2)


if __name__ == "__main__":
    lab.main(prove)
