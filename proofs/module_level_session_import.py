"""Whoever imports a task imports what its file imports at the top, and not what its function imports when it runs."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from proofs import lab

DATABASE = "from sqlalchemy import create_engine\n\nengine = create_engine('sqlite://')\n"
TASK = """\
from celery import shared_task
{top}

@shared_task
def count():
    {inside}
    return engine.connect().exec_driver_sql("select 1").scalar()
"""
LOADED = """\
import sys, {name}
print('database' in sys.modules)
print({name}.count())
print('database' in sys.modules)
"""


def seen(name: str, top: str, inside: str) -> list[str]:
    """Whether the database is loaded once the task is imported, what the task gives, and whether it is loaded then."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "database.py").write_text(DATABASE)
        Path(folder, f"{name}.py").write_text(TASK.format(top=top, inside=inside))
        command = [sys.executable, "-c", LOADED.format(name=name)]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout.split()


def prove() -> None:
    line = "from database import engine"
    lab.claim(
        "hazard: imported at the top, the database is loaded with the task",
        seen("early", line, "pass"),
        ["True", "1", "True"],
    )
    lab.claim(
        "mended: imported in the function, it is loaded when the task runs",
        seen("late", "", line),
        ["False", "1", "True"],
    )


if __name__ == "__main__":
    lab.main(prove)
