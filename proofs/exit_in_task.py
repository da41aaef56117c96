"""`sys.exit` in a task ends the worker's child process: the task is lost, and a raised exception is not."""

import os
import sys
from pathlib import Path

from proofs import lab

app = lab.file_app("proofs.exit_in_task")
app.conf.worker_lost_wait = 0.2
RAN = Path("ran")


@app.task
def pull(way: str) -> None:
    with RAN.open("a") as file:
        file.write(f"{os.getpid()}\n")
    if way == "sys.exit":
        sys.exit(1)
    if way == "os._exit":
        os._exit(1)
    if way == "SystemExit":
        raise SystemExit
    raise RuntimeError("no configuration")


def processes() -> list[str]:
    return RAN.read_text().split() if RAN.exists() else []


def prove() -> None:
    lost = [pull.delay(way) for way in ("os._exit", "sys.exit", "SystemExit")]
    with lab.worker_process("proofs.exit_in_task"):
        lab.claim("hazard: the task ends in", lab.outcome(lost[0]), ("FAILURE", "WorkerLostError"))
        lab.wait_until(lambda: len(processes()) == len(lost))
        lab.claim("hazard: processes that three exits took", len(set(processes())), 3)

    RAN.unlink()
    mended = [pull.delay("raise"), pull.delay("raise")]
    with lab.worker_process("proofs.exit_in_task"):
        for result in mended:
            lab.claim("mended: an exception ends in", lab.outcome(result), ("FAILURE", "RuntimeError"))
        lab.claim("mended: processes that two exceptions took", len(set(processes())), 1)


if __name__ == "__main__":
    lab.main(prove)
