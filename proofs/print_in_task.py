"""What a task prints is a WARNING line of the worker's log; what it logs has its own level."""

import logging

from proofs import lab

app = lab.file_app("proofs.print_in_task")
logger = logging.getLogger("proofs.ships")


@app.task
def dock() -> None:
    print("the ship is printed")
    logger.info("the ship is logged")


def lines(text: str) -> list[str]:
    return [line for line in lab.LOG.read_text().splitlines() if text in line]


def prove() -> None:
    with lab.worker_process("proofs.print_in_task"):
        lab.outcome(dock.delay())
        lab.wait_until(lambda: bool(lines("is printed") and lines("is logged")))
    (printed,), (logged,) = lines("is printed"), lines("is logged")
    lab.claim("hazard: what is printed is a warning", "WARNING" in printed, True)
    lab.claim("mended: what is logged is", "INFO" in logged, True)


if __name__ == "__main__":
    lab.main(prove)
