"""While one task holds a lock, another that takes it by the same key does not get it; by a key of its own it does."""

from importlib.util import find_spec
from typing import Any

from proofs import lab

app = lab.memory_app()
address = ""


def lock(key: str) -> Any:
    import redis

    return redis.Redis.from_url(address).lock(key, timeout=30)


@app.task
def ring_feast(key: str) -> str:
    taken = lock(key)
    if not taken.acquire(blocking=False):
        return "skipped"
    taken.release()
    return "rung"


@app.task
def ring_hour(other_key: str) -> str:
    with lock("bells"):
        other = ring_feast.delay(other_key)
        lab.wait_until(other.ready)
        return str(other.result)


def prove() -> None:
    global address
    if find_spec("redis") is None:
        lab.skip("redis-py is not installed")
    with lab.redis_server() as address, lab.worker_thread(app, pool="threads", concurrency=2):
        lab.claim("hazard: one key", lab.outcome(ring_hour.delay("bells")), ("SUCCESS", "skipped"))
        lab.claim("mended: two keys", lab.outcome(ring_hour.delay("feast")), ("SUCCESS", "rung"))


if __name__ == "__main__":
    lab.main(prove)
