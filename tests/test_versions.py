"""Whether files and folders are as they were."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from celerylint.linter.look import Look
from celerylint.linter.versions import MARKS, Seen, Version, are_as_they_were, contents, version_of

OLD = Version(10, 10**18)


def text_of(folder: Path, since: int | None = None) -> str:
    with os.scandir(folder) as entries:
        return contents(entries, since)


def test_a_version_is_size_and_time_and_every_folder_has_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    os.utime(tmp_path / "a.py", ns=(5, 7))
    assert version_of(str(tmp_path / "a.py")) == (6, 7)
    assert version_of(str(tmp_path)) == version_of(os.sep)
    assert version_of(str(tmp_path / "gone.py")) is None
    assert version_of("\0") is None


def test_what_matters_of_a_folder_is_python_settings_and_folders(tmp_path: Path) -> None:
    for name in ("a.py", "b.pyi", "README.md", "Makefile", *MARKS):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, ns=(1, 1))
    for name in ("inner", "__pycache__", ".git2", "z.py"):
        (tmp_path / name).mkdir()
    (tmp_path / "gone.py").symlink_to("nowhere.py")
    expected = ["a.py/0/1", "b.pyi/0/1", "Makefile/", "inner/", ".git2/", "z.py/", "gone.py/-"]
    assert text_of(tmp_path).split("\n") == sorted(expected + [f"{name}/0/1" for name in MARKS])


def test_what_has_just_changed_has_no_version(tmp_path: Path) -> None:
    (tmp_path / "a.py").touch()
    assert text_of(tmp_path, time.time_ns() - 10**11) != text_of(tmp_path)
    seen = Seen()
    with os.scandir(tmp_path) as entries:
        seen.see_folder(str(tmp_path), entries)
    assert not seen.is_settled
    assert not are_as_they_were(seen.folders, {}, {})


def test_what_was_seen_twice_and_differently_is_as_nobody_will_see_it_again() -> None:
    one, two = Seen(), Seen()
    one.see_file("/a.py", OLD)
    two.see_file("/a.py", OLD)
    one.add(two)
    before = one.is_settled
    two.see_file("/a.py", OLD._replace(size=11))
    one.add(two)
    assert (before, two.is_settled, one.is_settled) == (True, False, False)
    for first, second in ((["a.py"], ["a.py", "b.py"]), (["a"], [])):
        seen = Seen()
        seen.see_names("/shop", first)
        before = seen.is_settled
        seen.see_names("/shop", second)
        assert (before, seen.is_settled) == (True, False)


def test_what_is_taken_is_gone() -> None:
    seen = Seen()
    seen.see_names("/shop", ["a.py", "b.txt", "inner"])
    taken = seen.take()
    assert (taken.names, seen.names) == ({"/shop": "a.py/inner"}, {})


def test_what_a_folder_holds_need_not_be_told_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.touch()
    os.utime(path, ns=(1, 1))
    seen = Seen()
    seen.see_names(str(tmp_path), os.listdir(tmp_path))
    for each in (path, tmp_path / ".git", tmp_path.parent / "b.py"):
        seen.see_file(str(each), version_of(str(each)))
    with os.scandir(tmp_path) as entries:
        seen.see_folder(str(tmp_path), entries)
    seen.enter(Look(read=[str(path)]))
    base = str(tmp_path / "base.py")
    seen.see_file(base, OLD)  # settings that others extend: nobody reads them as Python
    seen.trim()
    assert (seen.names, seen.files) == ({}, {str(tmp_path.parent / "b.py"): None, base: OLD})


def test_marks_are_looked_for_up_to_the_root(tmp_path: Path) -> None:
    seen = Seen()
    seen.see_above(str(tmp_path))
    assert {str(tmp_path / "pyproject.toml"), str(tmp_path.parent / ".git"), os.path.join(os.sep, ".gitignore")} <= set(
        seen.files
    )


@pytest.mark.parametrize("version", [None, [1], [1, 2, 3], "1", 5, {}, [True, False], [6, "7"]])
def test_what_is_no_version_is_not_so(version: object, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    os.utime(tmp_path / "a.py", ns=(5, 7))
    assert are_as_they_were({}, {}, {str(tmp_path / "a.py"): [6, 7]})
    assert not are_as_they_were({}, {}, {str(tmp_path / "a.py"): version})
    assert not are_as_they_were({str(tmp_path): version}, {}, {})
    assert not are_as_they_were({}, {str(tmp_path): version}, {})
    assert not are_as_they_were({"\0": ""}, {}, {})
