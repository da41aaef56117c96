"""Names of tasks, as far as one file tells."""

from __future__ import annotations

import pytest

from celerylint.core.settings import Settings
from celerylint.facts.task_name import TaskName
from tests.build import module_of

APP = "from celery import Celery, Task, shared_task\nfrom lib import unknown\napp, other = Celery('a'), Celery('b')\n"
SEND = "def send(): ...\n"


def earlier(text: str) -> list[str]:
    """The tasks whose name is taken before them."""
    return [name.task.name for name in module_of(APP + text).all(TaskName) if name.earlier]


@pytest.mark.parametrize(
    "text",
    [
        f"@app.task\n{SEND}@app.task\n{SEND}",
        f"@shared_task\n{SEND}@shared_task()\n{SEND}",
        f"@app.task(name='x')\ndef first(): ...\n@app.task(name='x')\n{SEND}",
        f"NAME = 'x'\n@app.task(name=NAME)\ndef first(): ...\n@app.task(name='x', **OPTIONS)\n{SEND}",
        f"def first(): ...\nfirst_task = app.task(first, name='x')\n@app.task(name='x')\n{SEND}",
        f"class A:\n    @staticmethod\n    @app.task\n    {SEND}class B:\n    @staticmethod\n    @app.task\n    {SEND}",
    ],
)
def test_a_name_is_taken(text: str) -> None:
    assert earlier(text) == ["send"]


@pytest.mark.parametrize(
    "text",
    [
        f"@app.task\n{SEND}@other.task\n{SEND}",
        f"@app.task\n{SEND}@shared_task\n{SEND}",
        f"@app.task\n{SEND}@app.task(name='send')\n{SEND}",
        f"@app.task\n{SEND}@app.task(**OPTIONS)\n{SEND}",
        f"@app.task\n{SEND}@app.task(name=NAME)\n{SEND}",
        f"@app.task\n{SEND}{SEND}",
        f"@app.task\n@unknown\n{SEND}@app.task\n@unknown\n{SEND}",
        f"if DEBUG:\n    @app.task\n    {SEND}else:\n    @app.task\n    {SEND}",
        f"try:\n    import x\nexcept ImportError:\n    @app.task\n    {SEND}else:\n    @app.task\n    {SEND}",
        f"@app.task\n{SEND}if DEBUG:\n    @app.task\n    {SEND}",
        f"def make():\n    @app.task\n    {SEND}\ndef remake():\n    @app.task\n    {SEND}",
        f"{SEND}first = app.task(send, name='x')\nsecond = app.task(send, name='x')\n",
        "class A(Task):\n    name = 'x'\n    def run(self): ...\nclass B(A):\n    def run(self): ...\n",
        "class A(Task):\n    name = 'x'\n    def run(self): ...\nclass B(A):\n    name = 'x'\n    def run(self): ...\n",
        "class A(Task):\n    def run(self): ...\nclass B(Task):\n    def run(self): ...\n",
    ],
)
def test_a_name_is_not_surely_taken(text: str) -> None:
    assert earlier(text) == []


def fits(name: str, pattern: str) -> bool:
    """Whether a name of the task `send`, of `app/tasks.py`, is of a pattern."""
    settings = Settings(task_name_pattern=pattern)
    (found,) = module_of(f"{APP}@shared_task(name={name!r})\n{SEND}", settings).all(TaskName)
    return found.fits


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("{module}.{function}", ["app.tasks.send", "tasks.send", "backend.app.tasks.send"]),
        ("{function}", ["send"]),
        ("shop.{function}", ["shop.send"]),
        ("shop.*.{function}", ["shop..send", "shop.mail.send", "shop.a.b.send"]),
        ("{module}:{function}", ["app.tasks:send"]),
        ("*", ["anything at all"]),
        ("(+{function}", ["(+send"]),
    ],
)
def test_a_name_of_the_pattern(pattern: str, names: list[str]) -> None:
    assert [name for name in names if fits(name, pattern)] == names


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("{module}.{function}", ["send", "app.send", "app.jobs.tasks.send", "app.tasks.sent", "app-tasks.send"]),
        ("{function}", ["app.tasks.send", "Send", "sendx"]),
        ("shop.{function}", ["shopxsend", "myshop.send"]),
        ("shop.*.{function}", ["shop.send"]),
    ],
)
def test_a_name_of_another_pattern(pattern: str, names: list[str]) -> None:
    assert [name for name in names if fits(name, pattern)] == []
