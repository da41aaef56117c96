"""`get_task_logger` takes a logger away from the handlers of its package; with a name of its own it does not."""

import logging

from celery.utils.log import get_task_logger

from proofs import lab


class Keeping(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def prove() -> None:
    package = Keeping()
    logging.getLogger("opera").addHandler(package)
    tickets, singers = logging.getLogger("opera.tickets"), logging.getLogger("opera.singers")
    task_logger = get_task_logger("opera.tickets")
    get_task_logger("opera.singers.tasks")
    lab.claim("hazard: both are one logger", task_logger is tickets, True)
    lab.claim("hazard: what it hangs below", tickets.parent.name if tickets.parent else "", "celery.task")
    lab.claim("mended: what it hangs below", singers.parent.name if singers.parent else "", "opera")
    tickets.warning("a ticket is sold")
    singers.warning("a singer is late")
    lab.claim("the package's handler gets", package.lines, ["a singer is late"])


if __name__ == "__main__":
    lab.main(prove)
