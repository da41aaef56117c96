"""The cache on the disk: whole entries or none."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from celerylint.linter.kept import default_folder
from celerylint.linter.summaries import NO_CACHE, DiskCache, Entry, cache_in
from celerylint.linter.versions import Version

SOURCE = os.path.join(os.sep, "shop", "db.py")
OLD = Version(10, time.time_ns() - 10**10)
ENTRY = Entry("x = 1\n", {":run": (("always", "call", "shop.db.pay", "", "0=order"), ())})
OTHER = Entry("x = 2\n")


def entry_of(folder: Path) -> Path:
    (found,) = folder.rglob("*.json")
    return found


def test_what_is_put_is_got_for_the_same_version_only(tmp_path: Path) -> None:
    DiskCache(str(tmp_path)).put(SOURCE, OLD, ENTRY)
    cache = DiskCache(str(tmp_path))
    assert cache.get(SOURCE, OLD) == ENTRY
    assert cache.get(SOURCE, OLD._replace(size=11)) is None
    assert cache.get(SOURCE, OLD._replace(mtime_ns=1)) is None
    assert cache.get(os.path.join(os.sep, "shop", "other.py"), OLD) is None
    assert cache.failure is None


def test_a_file_that_was_just_written_is_not_kept(tmp_path: Path) -> None:
    DiskCache(str(tmp_path)).put(SOURCE, Version(10, time.time_ns()), ENTRY)
    assert not list(tmp_path.rglob("*"))


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"skeleton": 1}', b"\0" * 50, b'{"a": 1e999999}'],
)
def test_what_is_no_entry_of_ours_is_none(content: bytes, tmp_path: Path) -> None:
    cache = DiskCache(str(tmp_path))
    cache.put(SOURCE, OLD, ENTRY)
    entry_of(tmp_path).write_bytes(content)
    assert cache.get(SOURCE, OLD) is None
    cache.put(SOURCE, OLD, OTHER)
    assert cache.get(SOURCE, OLD) == OTHER


@pytest.mark.parametrize(
    "change",
    [
        {"skeleton": 5},
        {"skeleton": None},
        {"path": "/other"},
        {"version": "10"},
        {"steps": 1},
        {"steps": []},
        {"steps": {":run": "call"}},
        {"steps": {":run": ["call"]}},
        {"steps": {":run": [[1]]}},
    ],
)
def test_an_entry_is_checked_part_by_part(change: dict[str, object], tmp_path: Path) -> None:
    cache = DiskCache(str(tmp_path))
    cache.put(SOURCE, OLD, ENTRY)
    path = entry_of(tmp_path)
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    assert cache.get(SOURCE, OLD) is None


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cache = DiskCache(str(tmp_path / "file"))
    cache.put(SOURCE, OLD, ENTRY)
    assert cache.get(SOURCE, OLD) is None
    assert cache.failure is not None
    assert "file" in cache.failure
    assert "\n" not in cache.failure


def test_processes_that_write_at_once_leave_whole_entries(tmp_path: Path) -> None:
    code = (
        "import sys; from celerylint.linter.summaries import DiskCache, Entry\n"
        "from celerylint.linter.versions import Version\n"
        "cache = DiskCache(sys.argv[1])\n"
        "for size in range(300):\n"
        "    version = Version(size % 3, 1)\n"
        "    cache.put(sys.argv[2], version, Entry(str(size % 3) * 20_000))\n"
        "    got = cache.get(sys.argv[2], version)\n"
        "    assert got is None or got.skeleton == str(size % 3) * 20_000, got[0][:20]\n"
        "assert cache.failure is None, cache.failure\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path), SOURCE]
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
    assert cache_in("") is NO_CACHE
    assert cache_in("/elsewhere") is cache_in("/elsewhere")


def test_without_a_cache_nothing_is_kept() -> None:
    NO_CACHE.put(SOURCE, OLD, ENTRY)
    assert NO_CACHE.get(SOURCE, OLD) is None
