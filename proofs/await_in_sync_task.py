"""A module with `await` in a plain `def` is parsed, and cannot be imported: the worker does not get its tasks."""

import ast
import sys
from pathlib import Path

from celery import Celery

from proofs import lab

HEAD = "import asyncio\nfrom celery import shared_task\nasync def fetch():\n    return 1\n@shared_task\n"
BAD = {
    "await": "def load():\n    return await fetch()\n",
    "async with": "def load(door):\n    async with door:\n        pass\n",
    "async for": "def load(rows):\n    async for row in rows:\n        print(row)\n",
    "a comprehension": "def load(rows):\n    return [row async for row in rows]\n",
}
GOOD = {
    "asyncio.run": "def load():\n    return asyncio.run(fetch())\n",
    "a generator expression": "def load(rows):\n    return (row async for row in rows)\n",
}


def imported(name: str, text: str) -> str | None:
    """The name of the error with which a worker fails to import the module of a task."""
    Path(f"{name}.py").write_text(HEAD + text)
    ast.parse(HEAD + text)
    return lab.raised_by(Celery(include=[name]).loader.import_default_modules)


def prove() -> None:
    sys.path.insert(0, str(Path.cwd()))
    for number, (what, text) in enumerate(BAD.items()):
        lab.claim(f"hazard: {what}", imported(f"bad_{number}", text), "SyntaxError")
    for number, (what, text) in enumerate(GOOD.items()):
        lab.claim(f"mended: {what}", imported(f"good_{number}", text), None)


if __name__ == "__main__":
    lab.main(prove)
