"""With `task_always_eager` a task runs in the process that sends it, at once, and its failure is not raised."""

import os
from typing import Any

from proofs import lab


def app_with(eager: bool) -> Any:
    app = lab.file_app("proofs.always_eager_outside_tests")
    app.conf.task_always_eager = eager
    return app


eager, mended = app_with(True), app_with(False)


@eager.task(shared=False)
def pid_eager() -> int:
    return os.getpid()


@eager.task(shared=False)
def fail_eager() -> None:
    raise ValueError("no such order")


@mended.task(shared=False)
def pid_mended() -> int:
    return os.getpid()


def prove() -> None:
    sent = pid_eager.apply_async(countdown=3600, queue="nobody-reads-this")
    lab.claim("hazard: in this process, an hour early", sent.get() == os.getpid(), True)
    lab.claim("hazard: a failure raises", lab.raised_by(fail_eager.delay), None)
    result = pid_mended.delay()
    lab.claim("mended: waits for a worker", result.state, "PENDING")
    with lab.worker_process("proofs.always_eager_outside_tests:mended"):
        state, pid = lab.outcome(result)
    lab.claim("mended: in another process", (state, pid != os.getpid()), ("SUCCESS", True))


if __name__ == "__main__":
    lab.main(prove)
