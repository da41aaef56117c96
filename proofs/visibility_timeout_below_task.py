"""With Redis a task that acknowledges late and runs beyond the visibility timeout is begun again while it runs."""

import time
from importlib import import_module
from importlib.util import find_spec

from proofs import lab

OFTEN = {"polling_interval": 0.1, "unacked_restore_interval": 0.2, "unacked_restore_throttle": 1}
"""How often the worker looks for messages that are not acknowledged; usually every 100 seconds."""


def runs_of_long_task(broker: str, visibility_timeout: float, acks_late: bool = True) -> int:
    """How often a task is begun that runs for a second, within its time limit."""
    app = lab.memory_app()
    options = {**OFTEN, "visibility_timeout": visibility_timeout}
    app.conf.update(broker_url=broker, broker_transport_options=options, task_ignore_result=True)
    runs: list[str] = []
    ended: list[str] = []

    @app.task(acks_late=acks_late, time_limit=10)
    def long() -> None:
        runs.append("long")
        time.sleep(1)
        ended.append("long")

    long.delay()
    with lab.worker_thread(app, pool="threads", concurrency=2):
        lab.wait_until(lambda: bool(ended))
    return len(runs)


def prove() -> None:
    if find_spec("redis") is None:
        lab.skip("redis-py is not installed")
    if not hasattr(import_module("kombu.transport.redis").Channel, "unacked_restore_throttle"):
        lab.skip("this kombu looks for such messages every 100 s, and no oftener")
    with lab.redis_server() as address:
        server = address.rpartition("/")[0]
        lab.claim("hazard: a timeout of 0.3 s: begun more than once", runs_of_long_task(f"{server}/0", 0.3) > 1, True)
        lab.claim("mended: a timeout of 60 s: begun", runs_of_long_task(f"{server}/1", 60), 1)
        early = runs_of_long_task(f"{server}/2", 0.3, acks_late=False)
        lab.claim("no hazard: acknowledged early: begun", early, 1)


if __name__ == "__main__":
    lab.main(prove)
