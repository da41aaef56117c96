"""A pickled message runs as code in a worker that accepts pickle; one that accepts JSON alone refuses it."""

from pathlib import Path
from typing import Any

from proofs import lab

MARK = Path("mark-of-the-message")


class Crafted:
    """What is pickled as a call: the worker makes it when it reads the message."""

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        return Path.touch, (MARK,)


def is_run(accepted: list[str]) -> bool:
    """Whether reading a crafted message makes the file."""
    MARK.unlink(missing_ok=True)
    app = lab.memory_app()
    app.conf.accept_content = accepted

    @app.task(name="report")
    def report(order: Any = None) -> str:
        return "reported"

    app.send_task("report", args=(Crafted(),), serializer="pickle")
    with lab.worker_thread(app):
        lab.claim(f"a plain message where {accepted} is accepted", lab.outcome(report.delay()), ("SUCCESS", "reported"))
    return MARK.exists()


def prove() -> None:
    lab.claim("hazard: pickle is accepted: the message ran as code", is_run(["json", "pickle"]), True)
    lab.claim("mended: JSON alone: the message ran as code", is_run(["json"]), False)


if __name__ == "__main__":
    lab.main(prove)
