"""A naive `eta` or `expires` is read as UTC, whatever `timezone` says."""

import os
import time
from datetime import datetime, timedelta, timezone

from proofs import lab

app = lab.memory_app()
app.conf.timezone = "America/New_York"


@app.task
def run() -> float:
    return time.time()


def prove() -> None:
    os.environ["TZ"] = "America/New_York"
    time.tzset()
    with lab.worker_thread(app):
        sent = time.time()
        state, ran = lab.outcome(run.apply_async(eta=datetime.now() + timedelta(hours=1)))
        lab.claim("hazard: an hour from now it ran at once", (state, ran - sent < 10), ("SUCCESS", True))
        expired = run.apply_async(expires=datetime.now() + timedelta(hours=1))
        lab.claim("hazard: an hour to live, and expired", lab.outcome(expired), ("REVOKED", "TaskRevokedError"))

        alive = run.apply_async(expires=datetime.now(timezone.utc) + timedelta(hours=1))
        lab.claim("mended: an hour to live", lab.outcome(alive)[0], "SUCCESS")
        aware = run.apply_async(eta=datetime.now(timezone.utc) + timedelta(seconds=0.6))
        time.sleep(0.2)
        lab.claim("mended: it waits", aware.state, "PENDING")
        lab.claim("mended: and runs", lab.outcome(aware)[0], "SUCCESS")


if __name__ == "__main__":
    lab.main(prove)
