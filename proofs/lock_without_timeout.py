"""A worker that is killed while it holds a lock without a timeout holds it for ever; one with a timeout lets go."""

import os
from importlib.util import find_spec

from proofs import lab

app = lab.memory_app()


@app.task
def hold(address: str, name: str, timeout: float | None) -> None:
    import redis

    redis.Redis.from_url(address).lock(name, timeout=timeout).acquire()
    os._exit(1)


def prove() -> None:
    if find_spec("redis") is None:
        lab.skip("redis-py is not installed")
    import redis

    with lab.redis_server() as address:
        client = redis.Redis.from_url(address)
        for name, timeout in (("for ever", None), ("for a while", 0.3)):
            child = os.fork()
            if child == 0:
                hold(address, name, timeout)
            os.waitpid(child, 0)
        lab.claim("hazard: without a timeout the key has no end", client.pttl("for ever"), -1)
        lab.claim("hazard: nobody else gets it", client.lock("for ever").acquire(blocking_timeout=0.6), False)
        lab.claim("mended: with one it is free again", client.lock("for a while").acquire(blocking_timeout=0.6), True)
        client.setnx("mark", 1)
        client.set("exclusive", 1, nx=True)
        client.set("expiring", 1, nx=True, ex=5)
        ends = [client.ttl(key) for key in ("mark", "exclusive", "expiring")]
        lab.claim("hazard: setnx and set(nx=True) have no end; set(nx=True, ex=5) has", ends, [-1, -1, 5])


if __name__ == "__main__":
    lab.main(prove)
