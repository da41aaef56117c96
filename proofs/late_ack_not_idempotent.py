"""A task begins anew when it fails after its work, or when its worker is lost; a look at an id keeps it at one."""

import os
import signal
from pathlib import Path

from proofs import lab

app = lab.file_app("proofs.late_ack_not_idempotent")
app.conf.update(task_reject_on_worker_lost=True, task_acks_late=True, worker_lost_wait=0.1)
SENT = Path("sent")
FAILED = Path("failed")


def send(mail: str) -> None:
    with SENT.open("a") as out:
        out.write(f"{mail}\n")


def fail_once() -> None:
    if not FAILED.exists():
        FAILED.touch()
        raise ConnectionError("after the mail")


def die_once() -> None:
    if not FAILED.exists():
        FAILED.touch()
        os.kill(os.getpid(), signal.SIGKILL)


@app.task(autoretry_for=(ConnectionError,), default_retry_delay=0, acks_late=False)
def retried(mail: str) -> None:
    send(mail)
    fail_once()


@app.task
def late(mail: str) -> None:
    send(mail)
    die_once()


@app.task
def late_and_looks(mail: str) -> None:
    if SENT.exists() and mail in SENT.read_text():
        return
    send(mail)
    die_once()


def mails_of(task: object) -> int:
    SENT.unlink(missing_ok=True)
    FAILED.unlink(missing_ok=True)
    result = task.delay("order 1")  # type: ignore[attr-defined]
    lab.wait_until(result.successful)
    return len(SENT.read_text().splitlines())


def prove() -> None:
    with lab.worker_process("proofs.late_ack_not_idempotent:app"):
        lab.claim("hazard: mails of autoretry_for", mails_of(retried), 2)
        lab.claim("hazard: mails of acks_late, worker lost", mails_of(late), 2)
        lab.claim("mended: mails of one that looks first", mails_of(late_and_looks), 1)


if __name__ == "__main__":
    lab.main(prove)
