"""`utcnow()` is taken for local time, and cannot be compared with a time that has a zone."""

import os
import time
from datetime import datetime, timezone

from proofs import lab

app = lab.memory_app()


@app.task
def drift_of_utcnow() -> float:
    return abs(datetime.utcnow().timestamp() - time.time())


@app.task
def drift_of_now() -> float:
    return abs(datetime.now(timezone.utc).timestamp() - time.time())


@app.task
def compare() -> bool:
    return datetime.utcnow() < datetime.now(timezone.utc)


@app.task
def compare_from_timestamp() -> bool:
    return datetime.utcfromtimestamp(0) < datetime.now(timezone.utc)


def prove() -> None:
    os.environ["TZ"] = "XYZ-5"  # five hours before UTC
    time.tzset()
    with lab.worker_thread(app):
        lab.claim("hazard: hours it is wrong by", round(lab.outcome(drift_of_utcnow.delay())[1] / 3600), 5)
        lab.claim("hazard: comparing ends in", lab.outcome(compare.delay()), ("FAILURE", "TypeError"))
        ended = lab.outcome(compare_from_timestamp.delay())
        lab.claim("hazard: comparing utcfromtimestamp ends in", ended, ("FAILURE", "TypeError"))
        lab.claim("mended: hours it is wrong by", round(lab.outcome(drift_of_now.delay())[1] / 3600), 0)


if __name__ == "__main__":
    lab.main(prove)
