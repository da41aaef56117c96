"""The table of names that tasks are given, over all files of a project."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from celerylint.linter import given_names
from celerylint.linter.given_names import GivenNames, is_aside
from celerylint.linter.summaries import NO_CACHE, DiskCache
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


def test_names_and_apps_by_file(tmp_path: Path) -> None:
    names = GivenNames(str(project(tmp_path)), NO_CACHE)
    shop = str(tmp_path / "shop")
    assert names.files == {
        "orders.pay": [os.path.join(shop, "orders.py"), os.path.join(shop, "refunds.py")],
        "task": [os.path.join(shop, "refunds.py")],
    }
    assert names.apps == [os.path.join(shop, "app.py")]


@pytest.mark.parametrize("path", ["tests/a.py", "app/test_a.py", "examples/a.py", "app/vendor/x/a.py", "docs/conf.py"])
def test_what_is_aside(path: str) -> None:
    assert is_aside(path)
    assert is_aside(f"/{path}")
    assert not is_aside("app/orders/tasks.py")


def test_only_what_changed_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path / "root")
    read: list[str] = []
    read_file = given_names._read

    def noted(path: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        read.append(os.path.basename(path))
        return read_file(path)

    monkeypatch.setattr(given_names, "_read", noted)

    def names() -> dict[str, list[str]]:
        read.clear()
        return GivenNames(str(root), DiskCache(str(tmp_path / "cache"))).files

    first = names()
    assert sorted(read) == ["app.py", "orders.py", "plain.py", "refunds.py"]
    assert names() == first
    assert read == []
    (root / "shop/orders.py").write_text('@app.task(name="orders.charge")\ndef pay(): ...\n')
    os.utime(root / "shop/orders.py", (2000, 2000))
    (root / "shop/refunds.py").unlink()
    assert names() == {"orders.charge": [str(root / "shop/orders.py")]}
    assert read == ["orders.py"]
    names()
    assert read == []


def test_a_file_that_has_just_changed_is_not_kept(tmp_path: Path) -> None:
    root = write(tmp_path / "root", FILES)
    os.utime(root / "shop/app.py", (2 * 10**9,) * 2)
    GivenNames(str(root), DiskCache(str(tmp_path / "cache")))
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize(
    "rows",
    [
        None,
        5,
        [],
        {},
        {"PATH": 1},
        {"PATH": []},
        {"PATH": [["VERSION"]]},
        {"PATH": [["VERSION"], [1], []]},
        {"PATH": "x"},
    ],
)
def test_a_table_that_is_not_ours_is_none(rows: object, tmp_path: Path) -> None:
    root = project(tmp_path / "root")
    cache = DiskCache(str(tmp_path / "cache"))
    expected = GivenNames(str(root), cache).files
    (place,) = (tmp_path / "cache").rglob("*.json")
    path = str(root / "shop/orders.py")
    entry = json.loads(place.read_text())
    version = entry["steps"][path][0][0]
    entry["steps"] = json.loads(json.dumps(rows).replace("PATH", path).replace("VERSION", version))
    place.write_text(json.dumps(entry))
    assert GivenNames(str(root), cache).files == expected


def test_what_was_looked_at_is_told(tmp_path: Path) -> None:
    seen = Seen()
    GivenNames(str(project(tmp_path)), NO_CACHE, seen)
    assert str(tmp_path / "shop" / "examples") in seen.folders


def test_odd_bytes_are_names_as_well(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b'@app.task(name="caf\xe9")\ndef pay(): ...\n')
    assert list(GivenNames(str(tmp_path), NO_CACHE).files) == ["caf\ufffd"]
