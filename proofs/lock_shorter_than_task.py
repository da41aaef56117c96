"""A lock that expires before the task ends lets a second run in, and its release fails the first."""

import os
import time
from importlib.util import find_spec
from typing import Any

from proofs import lab

app = lab.memory_app()
inside: list[int] = []


@app.task
def work(timeout: float) -> int:
    import redis

    client = redis.Redis.from_url(os.environ["PROOF_REDIS"])
    most = 0
    with client.lock(f"work {timeout}", timeout=timeout, sleep=0.02):
        inside.append(1)
        for _ in range(10):
            most = max(most, len(inside))
            time.sleep(0.05)
        inside.pop()
    return most


def two_runs(timeout: float) -> list[Any]:
    """What two runs at once return, the most that were inside at a time, or raise."""
    runs = [work.delay(timeout) for _ in range(2)]
    return sorted((lab.outcome(run)[1] for run in runs), key=str)


def prove() -> None:
    if find_spec("redis") is None:
        lab.skip("redis-py is not installed")
    with lab.redis_server() as address, lab.worker_thread(app, pool="threads", concurrency=2):
        os.environ["PROOF_REDIS"] = address
        lab.claim("hazard: a lock of 0.2 s, work of 0.5 s", two_runs(0.2), ["LockNotOwnedError", "LockNotOwnedError"])
        lab.claim("mended: a lock of 5 s", two_runs(5), [1, 1])


if __name__ == "__main__":
    lab.main(prove)
