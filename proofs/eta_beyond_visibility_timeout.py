"""With Redis a message that is due after the visibility timeout is executed more than once; before it, once."""

import time
from importlib import import_module

from proofs import lab

OFTEN = {"polling_interval": 0.1, "unacked_restore_interval": 0.2, "unacked_restore_throttle": 1}
"""How often the worker looks for messages that are not acknowledged; usually every 100 seconds."""


def runs_of_late_task(broker: str, visibility_timeout: float) -> int:
    """How often a task runs that is due in a second."""
    app = lab.memory_app()
    options = {**OFTEN, "visibility_timeout": visibility_timeout}
    app.conf.update(broker_url=broker, broker_transport_options=options, task_ignore_result=True)
    runs: list[str] = []

    @app.task
    def late() -> None:
        runs.append("late")

    late.apply_async(countdown=1)
    with lab.worker_thread(app):
        lab.wait_until(lambda: bool(runs))
        time.sleep(0.3)
    return len(runs)


def prove() -> None:
    try:
        channel = import_module("kombu.transport.redis").Channel
    except ImportError as error:
        lab.skip(str(error))
    if not hasattr(channel, "unacked_restore_throttle"):
        lab.skip("this kombu looks for such messages every 100 s, and no oftener")
    with lab.redis_server() as address:
        server = address.rpartition("/")[0]
        lab.claim("hazard: a timeout of 0.3 s: runs more than once", runs_of_late_task(f"{server}/0", 0.3) > 1, True)
        lab.claim("mended: a timeout of 60 s: runs", runs_of_late_task(f"{server}/1", 60), 1)


if __name__ == "__main__":
    lab.main(prove)
