"""What the bytes of all files of a project tell."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from celerylint.linter import all_files
from celerylint.linter.all_files import AllFiles, is_aside
from celerylint.linter.tables import NO_TABLES, DiskTables
from celerylint.linter.versions import Seen
from tests.test_cli import write

FILES = {
    "shop/app.py": 'from celery import Celery\n\napp = Celery("shop")\n',
    "shop/orders.py": '@app.task(name="orders.pay", bind=True)\ndef pay(self): ...\n',
    "shop/refunds.py": "@app.task(name = 'orders.pay')\ndef refund(): ...\n\nclass Task:\n    name = \"task\"\n",
    "shop/plain.py": 'Person(name="orders.pay")\n',
    "shop/celery.md": 'Celery(name="orders.pay") task\n',
    "tests/test_orders.py": '@app.task(name="orders.pay")\ndef pay(): ...\n',
    "shop/examples/orders.py": '@app.task(name="orders.pay")\ndef pay(): ...\napp = Celery()\n',
}


def project(root: Path) -> Path:
    write(root, FILES)
    for name in FILES:
        os.utime(root / name, (1000, 1000))
    return root


def named(files: AllFiles, *names: str) -> dict[str, list[str]]:
    """The files in which something is given one of these names, by paths from the root."""
    return {name: [files.relative(path) for path in files.naming(name)] for name in names}


def test_names_and_apps_by_file(tmp_path: Path) -> None:
    files = AllFiles(str(project(tmp_path)), NO_TABLES)
    assert named(files, "orders.pay", "task", "shop") == {
        "orders.pay": ["shop/orders.py", "shop/refunds.py"],
        "task": ["shop/refunds.py"],
        "shop": [],
    }
    assert files.making_apps() == [str(tmp_path / "shop" / "app.py")]


@pytest.mark.parametrize("path", ["tests/a.py", "app/test_a.py", "examples/a.py", "app/vendor/x/a.py", "docs/conf.py"])
def test_what_is_aside(path: str) -> None:
    assert is_aside(path)
    assert is_aside(f"/{path}")
    assert not is_aside("app/orders/tasks.py")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of files that were read."""
    names: list[str] = []
    read_file = all_files._bytes

    def noted(path: str) -> bytes:
        names.append(os.path.basename(path))
        return read_file(path)

    monkeypatch.setattr(all_files, "_bytes", noted)
    return names


EVERY = ["app.py", "orders.py", "orders.py", "plain.py", "refunds.py", "test_orders.py"]


def taken(names: list[str]) -> list[str]:
    """What was read since this was last asked."""
    found = sorted(names)
    names.clear()
    return found


@pytest.mark.parametrize("anew", [True, False])
def test_only_what_changed_or_was_not_asked_is_read_again(anew: bool, tmp_path: Path, read: list[str]) -> None:
    """By a new process, and by one that lives on."""
    root = project(tmp_path / "root")
    first = AllFiles(str(root), DiskTables(str(tmp_path / "cache")))

    def again() -> AllFiles:
        first.look_again()
        return AllFiles(str(root), DiskTables(str(tmp_path / "cache"))) if anew else first

    assert named(again(), "orders.pay") == {"orders.pay": ["shop/orders.py", "shop/refunds.py"]}
    assert taken(read) == EVERY
    assert named(again(), "orders.pay") == {"orders.pay": ["shop/orders.py", "shop/refunds.py"]}
    assert taken(read) == []
    assert [first.relative(path) for path in again().holding("refund", "nobody")] == ["shop/refunds.py"]
    assert taken(read) == EVERY
    assert [first.relative(path) for path in again().holding("refund")] == ["shop/refunds.py"]
    assert again().holding("nobody") == []
    assert taken(read) == []
    (root / "shop/orders.py").write_text('@app.task(name="orders.charge")\ndef pay(): nobody()\n')
    os.utime(root / "shop/orders.py", (2000, 2000))
    (root / "shop/refunds.py").unlink()
    assert named(again(), "orders.pay", "orders.charge") == {"orders.pay": [], "orders.charge": ["shop/orders.py"]}
    assert [first.relative(path) for path in again().holding("refund", "nobody")] == ["shop/orders.py"]
    assert taken(read) == ["orders.py"]


def test_a_file_that_has_just_changed_is_not_kept(tmp_path: Path, read: list[str]) -> None:
    root = write(tmp_path / "root", FILES)
    os.utime(root / "shop/app.py", (2 * 10**9,) * 2)
    files = AllFiles(str(root), DiskTables(str(tmp_path / "cache")))
    files.making_apps()
    assert not (tmp_path / "cache").exists()
    files.look_again()
    read.clear()
    files.making_apps()
    assert "app.py" in read


@pytest.mark.parametrize(
    "table",
    [
        None,
        5,
        [],
        {},
        {"asked": []},
        {"asked": 1, "files": {}},
        {"asked": [1], "files": {}},
        {"asked": [], "files": []},
        {"asked": [], "files": {"PATH": 1}},
        {"asked": [], "files": {"PATH": []}},
        {"asked": [], "files": {"PATH": ["VERSION", [1], True, []]}},
        {"asked": [], "files": {"PATH": ["VERSION", [], 1, []]}},
        {"asked": [], "files": {"PATH": ["VERSION", [], True, "x"]}},
        {"asked": [], "files": {"PATH": [["VERSION"], [], True, []]}},
    ],
)
def test_a_table_that_is_not_ours_is_none(table: object, tmp_path: Path) -> None:
    root = project(tmp_path / "root")
    tables = DiskTables(str(tmp_path / "cache"))
    expected = named(AllFiles(str(root), tables), "orders.pay", "task")
    (place,) = (tmp_path / "cache").rglob("*.json")
    path = str(root / "shop/orders.py")
    document = json.loads(place.read_text())
    version = document["table"]["files"][path][0]
    assert version
    document["table"] = json.loads(json.dumps(table).replace("PATH", path).replace("VERSION", version))
    place.write_text(json.dumps(document))
    assert named(AllFiles(str(root), tables), "orders.pay", "task") == expected


def test_what_was_looked_at_is_told(tmp_path: Path) -> None:
    seen = Seen()
    AllFiles(str(project(tmp_path)), NO_TABLES, seen).making_apps()
    assert str(tmp_path / "shop" / "examples") in seen.folders


def test_odd_bytes_are_names_as_well(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b'@app.task(name="caf\xe9")\ndef pay(): ...\n')
    assert named(AllFiles(str(tmp_path), NO_TABLES), "caf\ufffd") == {"caf\ufffd": ["a.py"]}


@pytest.mark.parametrize(
    ("place", "text", "loads"),
    [
        ("main.py", "import shop.mail.letters", True),
        ("main.py", "def f():\n    from shop.mail.letters import send", True),
        ("main.py", "from shop.mail import boxes, letters as l", True),
        ("main.py", "from shop.mail import (\n    boxes,\n    letters,\n)", True),
        ("main.py", "from shop.mail import boxes, \\\n    letters", True),
        ("main.py", "from .mail import letters", True),
        ("main.py", "MODULES = ['shop.mail.letters']", True),
        ("main.py", "TASK = 'shop.mail.letters.send_all'", True),
        ("main.py", "TASK = 'shop.mail.letters.send'", False),
        ("main.py", "from shop.mail.letters.send import x", True),
        ("main.py", "from shop.mail import boxes\nletters = 1", False),
        ("main.py", "from .letters import send", False),
        ("main.py", "from post.letters import send", False),
        ("tests/test_mail.py", "from shop.mail.letters import send", False),
        ("shop/mail/__init__.py", "from .letters import send", True),
        ("shop/mail/__init__.py", "from . import letters", True),
        ("shop/mail/__init__.py", "__all__ = ['letters']", True),
        ("shop/mail/inner/x.py", "from .. import (letters)", True),
        ("shop/mail/letters.py", "import shop.mail.letters", False),
        ("pyproject.toml", "[project.entry-points.x]\ny = 'shop.mail.letters:send'", True),
        ("Procfile", "worker: celery -A shop worker -I shop.mail.letters", True),
        ("Procfile", "worker: celery -A shop worker", False),
    ],
)
def test_what_may_load_a_file(place: str, text: str, loads: bool, tmp_path: Path) -> None:
    files = {"shop/mail/letters.py": "def send(): ...\n", "shop/mail/__init__.py": "", place: f"{text}\n"}
    found = AllFiles(str(write(tmp_path, files)), NO_TABLES)
    assert found.may_load(str(tmp_path / "shop/mail/letters.py"), "send") is loads
