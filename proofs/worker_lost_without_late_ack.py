"""`reject_on_worker_lost` saves a task from the loss of its process only if its message is not acknowledged yet."""

import os
import signal
from pathlib import Path

from proofs import lab

app = lab.file_app("proofs.worker_lost_without_late_ack")
app.conf.worker_lost_wait = 0.1


def die_once(marker: str) -> str:
    """What the first run does: it is killed, as by the kernel when memory runs out."""
    if not Path(marker).exists():
        Path(marker).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "survived"


@app.task(reject_on_worker_lost=True)
def align() -> str:
    return die_once("early")


@app.task(reject_on_worker_lost=True, acks_late=True)
def align_mended() -> str:
    return die_once("late")


def prove() -> None:
    early, late = align.delay(), align_mended.delay()
    with lab.worker_process("proofs.worker_lost_without_late_ack"):
        lab.claim("hazard: the task ends in", lab.outcome(early), ("FAILURE", "WorkerLostError"))
        lab.claim("mended: the task ends in", lab.outcome(late), ("SUCCESS", "survived"))


if __name__ == "__main__":
    lab.main(prove)
