"""Text in the place of a boolean is true, "False" included."""

import os
from typing import Any

from proofs import lab


def runs_here(value: Any) -> bool:
    """Whether a task runs in this process, with `task_always_eager` set so."""
    app = lab.memory_app()
    app.conf.task_always_eager = value

    @app.task(name="pid")
    def pid() -> int:
        return os.getpid()

    return bool(pid.delay().ready())


def prove() -> None:
    os.environ["EAGER"] = "0"
    lab.claim('hazard: "False"', runs_here("False"), True)
    lab.claim("hazard: a variable of the environment, 0", runs_here(os.environ.get("EAGER")), True)
    lab.claim("mended: False", runs_here(False), False)
    lab.claim("mended: compared", runs_here(os.environ.get("EAGER") == "1"), False)

    app = lab.memory_app()

    @app.task(name="late", acks_late="false")
    def late() -> None:
        """Never runs."""

    lab.claim('hazard: an option, "false"', bool(late.acks_late), True)


if __name__ == "__main__":
    lab.main(prove)
