"""`python -m tools.ecosystem fixes`: what it makes of a small application, and what it would complain about."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.ecosystem_fixes import faults_of, table, try_fixes, unresolved

TASKS = """\
from celery import shared_task

from shop.mail import send


@shared_task(bind=True)
def remind(self, number: int) -> None:
    try:
        send(number)
    except OSError:
        self.retry()
"""


def laid_out(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


def test_a_copy_is_mended_and_nothing_else_changes(tmp_path: Path) -> None:
    tree = laid_out(
        tmp_path / "app",
        {"shop/__init__.py": "", "shop/mail.py": "def send(number): ...\n", "shop/tasks.py": TASKS},
    )
    tried = try_fixes(tree, tmp_path / "copy")
    assert tried.faults == []
    assert (tried.before["CEL202"], tried.after["CEL202"]) == (1, 0)
    assert "+        raise self.retry()\n" in tried.diff
    assert "CEL202  safe        1      1  retry-not-raised" in table([tried])
    assert (tree / "shop" / "tasks.py").read_text() == TASKS


@pytest.mark.parametrize(
    ("before", "after", "found", "fault"),
    [
        ("x = 1\n", "x = \n", {1}, "does not compile"),
        ("x = 1\ny = 2\n", "x = 1\ny = 3\n", {1}, "line 2 changed, and is neither an import nor"),
        ("import a\nx = a\n", "import b\nx = a\n", set(), "the name `a` is not defined any more"),
        ("def f():\n    x = 1\n\n\n\n    y = 2\n", "def f():\n    if 1:\n        x = 1\n\n\n\n    y = 2\n", {2}, None),
        ("import a\nx = a\n", "import a\nimport b\nx = a\n", set(), None),
        ("x = (1,\n  2)\n", "x = (1,\n  2,)\n", {1}, None),
    ],
)
def test_what_is_wrong_with_a_file(before: str, after: str, found: set[int], fault: str | None, tmp_path: Path) -> None:
    laid_out(tmp_path, {"old.py": before, "new.py": after})
    faults = list(faults_of(tmp_path / "old.py", tmp_path / "new.py", found))
    assert [fault] == [fault if fault in each else each for each in faults] if fault else faults == []


def test_a_statement_that_means_another_thing_on_the_same_lines_is_seen(tmp_path: Path) -> None:
    """As where a line above it opens a text that it then stands in."""
    before = "f()\n\n\n\n\nx = 1\n\n\n\n\ny = 2\n"
    after = "f('''\n\n\n\n\nx = 1\n\n\n\n\n''')\ny = 2\n"
    laid_out(tmp_path, {"old.py": before, "new.py": after})
    faults = list(faults_of(tmp_path / "old.py", tmp_path / "new.py", {1}))
    assert "a statement changed whose lines did not" in faults


def test_imports_that_do_not_resolve(tmp_path: Path) -> None:
    tree = laid_out(
        tmp_path,
        {
            "shop/__init__.py": "from . import mail\n",
            "shop/mail.py": "if 1:\n    def send(): ...\nelse:\n    send = None\nfrom os import *\n",
            "shop/models.py": "class Order: ...\n",
            "shop/lazy.py": "def __getattr__(name): ...\n",
            "shop/tasks.py": (
                "import celery\nimport shop.gone\nfrom shop import mail, nothing\nfrom .models import Order, Line\n"
                "from .mail import anything\nfrom .lazy import more\nfrom . import models\nfrom elsewhere import x\n"
            ),
        },
    )
    assert unresolved(tree) == {"shop.tasks: shop.gone", "shop.tasks: shop nothing", "shop.tasks: shop.models Line"}
