"""`worker_process_init` is sent on prefork and solo, not on threads or gevent; `worker_init` is sent on every pool."""

import os
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path

from celery import signals

from proofs import lab

app = lab.file_app("proofs.pool_signal_mismatch")
NAMES = ("worker_process_init", "worker_process_shutdown", "worker_init", "worker_ready", "worker_shutdown")


def note(signal: object, **_: object) -> None:
    with Path(f"sent-{os.environ['PROOF_POOL']}").open("a") as file:
        file.write(f"{getattr(signal, 'name', '')}\n")


for name in NAMES:
    getattr(signals, name).connect(note)


def sent_on(pool: str) -> list[str]:
    """Which of the signals the worker of a pool has sent."""
    file = Path(f"sent-{pool}")
    return sorted(set(file.read_text().split()) - {"worker_ready"})


def is_ready(pool: str) -> bool:
    """Whether the worker of a pool has sent all that it sends when it starts."""
    file = Path(f"sent-{pool}")
    return file.exists() and "worker_ready" in file.read_text()


def prove() -> None:
    pools = ["threads", "solo", "prefork", *(["gevent"] if find_spec("gevent") else [])]
    with ExitStack() as stack:
        workers = []
        for pool in pools:
            os.environ["PROOF_POOL"] = pool
            workers.append(stack.enter_context(lab.worker_process("proofs.pool_signal_mismatch", pool)))
        lab.wait_until(lambda: all(is_ready(pool) for pool in pools))
        for worker in workers:
            worker.terminate()
        for worker in workers:
            worker.wait(lab.WAIT_LIMIT)
    of_workers = ["worker_init", "worker_shutdown"]
    lab.claim("hazard: threads", sent_on("threads"), of_workers)
    if "gevent" in pools:
        lab.claim("hazard: gevent", sent_on("gevent"), of_workers)
    lab.claim("near: solo", sent_on("solo"), ["worker_init", "worker_process_init", "worker_shutdown"])
    lab.claim("mended: prefork", sent_on("prefork"), sorted({*NAMES} - {"worker_ready"}))


if __name__ == "__main__":
    lab.main(prove)
