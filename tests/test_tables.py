"""The cache on the disk: whole tables or none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from celerylint.linter.kept import default_folder
from celerylint.linter.tables import NO_TABLES, DiskTables, tables_in

ROOT = os.path.join(os.sep, "shop")
TABLE = {"asked": ["x"], "files": {"/shop/a.py": ["10/5", [], False, []]}}


def table_of(folder: Path) -> Path:
    (found,) = folder.rglob("*.json")
    return found


def test_what_is_put_is_got_for_the_same_root_only(tmp_path: Path) -> None:
    DiskTables(str(tmp_path)).put(ROOT, TABLE)
    tables = DiskTables(str(tmp_path))
    assert tables.get(ROOT) == TABLE
    assert tables.get(os.path.join(ROOT, "inner")) is None
    assert tables.get(os.path.dirname(ROOT)) is None
    assert tables.failure is None


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"table": 1}', b"\0" * 50, b'{"a": 1e999999}'],
)
def test_what_is_no_table_of_ours_is_none(content: bytes, tmp_path: Path) -> None:
    tables = DiskTables(str(tmp_path))
    tables.put(ROOT, TABLE)
    table_of(tmp_path).write_bytes(content)
    assert tables.get(ROOT) is None
    tables.put(ROOT, [])
    assert tables.get(ROOT) == []


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    tables = DiskTables(str(tmp_path / "file"))
    tables.put(ROOT, TABLE)
    assert tables.get(ROOT) is None
    assert tables.failure is not None
    assert "file" in tables.failure
    assert "\n" not in tables.failure


def test_processes_that_write_at_once_leave_whole_tables(tmp_path: Path) -> None:
    code = (
        "import sys; from celerylint.linter.tables import DiskTables\n"
        "tables = DiskTables(sys.argv[1])\n"
        "for number in range(300):\n"
        "    tables.put(sys.argv[2], [number % 3] * 9_000)\n"
        "    got = tables.get(sys.argv[2])\n"
        "    assert len(got) == 9_000 and len(set(got)) == 1, got[:20]\n"
        "assert tables.failure is None, tables.failure\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path), ROOT]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    for process in running:
        _, error = process.communicate(timeout=120)
        assert process.returncode == 0, error
    assert [path.suffix for path in tmp_path.rglob("*") if path.is_file()] == [".json"]


def test_the_folder_is_the_users_unless_the_environment_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CELERYLINT_CACHE_DIR", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    if sys.platform == "linux":
        assert default_folder() == "/somewhere/celerylint"
    monkeypatch.setenv("CELERYLINT_CACHE_DIR", "/elsewhere")
    assert default_folder() == "/elsewhere"
    assert tables_in("") is NO_TABLES
    assert tables_in("/elsewhere") is tables_in("/elsewhere")


def test_without_a_cache_nothing_is_kept() -> None:
    NO_TABLES.put(ROOT, TABLE)
    assert NO_TABLES.get(ROOT) is None
