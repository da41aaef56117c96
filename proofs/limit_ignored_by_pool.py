"""Prefork keeps both time limits, gevent only the hard one, threads and solo none; only prefork replaces processes."""

import os
import time
from importlib.util import find_spec

from proofs import lab

app = lab.file_app("proofs.limit_ignored_by_pool")
app.conf.worker_max_tasks_per_child = 1


@app.task(time_limit=1)
def hard(seconds: float) -> str:
    time.sleep(seconds)
    return "slept"


@app.task(soft_time_limit=1)
def soft(seconds: float) -> str:
    time.sleep(seconds)
    return "slept"


@app.task
def process() -> int:
    return os.getpid()


def slept_in_thread(pool: str) -> tuple[str, str]:
    """What becomes of a task that sleeps for longer than its limits, in a worker of this process."""
    own = lab.memory_app()
    own.conf.worker_max_tasks_per_child = 1

    @own.task(name="nap", time_limit=0.2, soft_time_limit=0.1)
    def nap() -> str:
        time.sleep(0.4)
        return "slept"

    @own.task(name="pid")
    def pid() -> int:
        return os.getpid()

    with lab.worker_thread(own, pool=pool):
        lab.claim(f"hazard: {pool}: processes of two tasks", {lab.outcome(pid.delay())[1] for _ in "12"}, {os.getpid()})
        return lab.outcome(nap.delay())


def prove() -> None:
    slept = ("SUCCESS", "slept")
    lab.claim("hazard: solo", slept_in_thread("solo"), slept)
    lab.claim("hazard: threads", slept_in_thread("threads"), slept)
    if find_spec("gevent"):
        results = [hard.delay(30), soft.delay(1.3), process.delay(), process.delay()]
        with lab.worker_process("proofs.limit_ignored_by_pool", "gevent", 4):
            lab.claim("near: gevent, hard", lab.outcome(results[0]), ("FAILURE", "TimeLimitExceeded"))
            lab.claim("hazard: gevent, soft", lab.outcome(results[1]), slept)
            lab.claim("hazard: gevent: processes", len({lab.outcome(each)[1] for each in results[2:]}), 1)
    results = [hard.delay(30), soft.delay(30), process.delay(), process.delay()]
    with lab.worker_process("proofs.limit_ignored_by_pool", "prefork", 4):
        lab.claim("mended: prefork, hard", lab.outcome(results[0]), ("FAILURE", "TimeLimitExceeded"))
        lab.claim("mended: prefork, soft", lab.outcome(results[1]), ("FAILURE", "SoftTimeLimitExceeded"))
        lab.claim("mended: prefork: processes", len({lab.outcome(each)[1] for each in results[2:]}), 2)


if __name__ == "__main__":
    lab.main(prove)
