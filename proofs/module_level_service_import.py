"""A module of tasks and a service that take names out of each other cannot be imported; inside the task it can."""

import importlib
import sys
from pathlib import Path

from proofs import lab

SERVICE = "{tasks}\n\ndef collect() -> str:\n    return 'collected'\n"
TASKS = """
from celery import shared_task
{top}

@shared_task
def charge() -> str:
    {inside}
    return {called}()
"""


def write(name: str, tasks: str, top: str, called: str, inside: str = "pass") -> None:
    """A module of tasks and a service that sends one of them."""
    Path(f"{name}.py").write_text(SERVICE.format(tasks=tasks))
    Path(f"{name}_tasks.py").write_text(TASKS.format(top=top, inside=inside, called=called))


def prove() -> None:
    sys.path.insert(0, "")
    lab.memory_app().set_default()
    write("early", "from early_tasks import charge", "from early import collect", "collect")
    write("plain", "import plain_tasks", "import plain", "plain.collect")
    write("late", "from late_tasks import charge", "", "collect", inside="from late import collect")
    failed = lab.raised_by(importlib.import_module, "early_tasks")
    lab.claim("hazard: names taken out of each other", failed, "ImportError")
    plain = importlib.import_module("plain_tasks")
    lab.claim("plain imports on both sides work", plain.charge(), "collected")
    late = importlib.import_module("late_tasks")
    lab.claim("mended: inside the task", late.charge(), "collected")


if __name__ == "__main__":
    lab.main(prove)
