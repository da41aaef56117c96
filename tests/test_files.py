"""Which files are checked, and how reports call them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from celerylint.linter.files import LEFT_OUT, Found, cause_of, discover, shown
from tests.test_cli import NO_FINDING, UNBOUND, celerylint, write

Excluded = Callable[[str], bool]


def found(*paths: str, excluded: Excluded = lambda path: False, force: bool = False) -> list[str]:
    """The files below the working directory, in the order in which they come."""
    everything = list(discover(paths or (".",), excluded, force))
    assert [item for item in everything if item.cause] == []
    return [item.path for item in everything]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


def lay(root: Path, names: str) -> Path:
    return write(root, dict.fromkeys(names.split(), ""))


# --- under folders


def test_python_files_and_stubs_are_found(here: Path) -> None:
    lay(here, "a.py b.pyi c.pyc d.pyw e.txt f.PY g.py.bak h.ipynb py .py i/j/k.py Makefile i/__init__.py")
    assert found() == [".py", "a.py", "b.pyi", "i/__init__.py", "i/j/k.py"]


def test_files_come_folder_by_folder_in_alphabetical_order(here: Path) -> None:
    lay(here, "z.py a/z.py a/b/c.py a/a.py B.py b/a.py")
    assert found() == ["B.py", "z.py", "a/a.py", "a/z.py", "a/b/c.py", "b/a.py"]


@pytest.mark.parametrize(
    "name", ".git .venv venv node_modules __pycache__ build dist .tox .nox .eggs site-packages".split()
)
def test_folders_of_tools_are_left_out(name: str, here: Path) -> None:
    """Wherever they are; but not files of that name, nor the folder if it is named."""
    assert name in LEFT_OUT
    lay(here, f"{name}/a.py app/{name}/deep/a.py app/{name}s/a.py {name}.py")
    assert found() == [f"{name}.py", f"app/{name}s/a.py"]
    assert found(name) == [f"{name}/a.py"]
    assert found(f"app/{name}/deep/a.py") == [f"app/{name}/deep/a.py"]


def test_hidden_folders_are_entered(here: Path) -> None:
    lay(here, ".github/scripts/a.py")
    assert found() == [".github/scripts/a.py"]


def test_an_empty_folder_has_no_files(here: Path) -> None:
    assert found() == []


def test_a_very_deep_folder_is_entered(here: Path) -> None:
    deep = "/".join(["d"] * 300)
    lay(here, f"{deep}/a.py")
    assert found() == [f"{deep}/a.py"]


@pytest.mark.parametrize(
    ("argument", "path"),
    [
        (".", "app/a.py"),
        ("./app", "app/a.py"),
        ("app/", "app/a.py"),
        ("app/.", "app/a.py"),
        ("app/../app", "app/a.py"),
        ("app/a.py", "app/a.py"),
        ("./app//a.py", "app/a.py"),
        ("../here/app", "../here/app/a.py"),
    ],
)
def test_paths_are_made_plain(argument: str, path: str, here: Path) -> None:
    lay(here, "app/a.py")
    assert found(argument) == [path]
    assert shown(path) == "app/a.py"


# --- links


def test_a_file_with_several_names_is_read_once(here: Path) -> None:
    lay(here, "m/real.py")
    (here / "z.py").symlink_to("m/real.py")
    (here / "a.py").symlink_to("m/real.py")
    (here / "m/same.py").symlink_to("real.py")
    assert found() == ["a.py"]
    assert found("m/real.py", ".") == ["m/real.py"]


def test_a_link_to_a_file_outside_is_read(here: Path) -> None:
    lay(here.parent, "outside/a.py outside/notes.txt")
    (here / "link.py").symlink_to("../outside/a.py")
    (here / "named_so.py").symlink_to("../outside/notes.txt")
    (here / "named_otherwise").symlink_to("../outside/a.py")
    assert found() == ["link.py", "named_so.py"]


def test_a_link_that_is_left_out_does_not_hide_its_file(here: Path) -> None:
    lay(here, "z/real.py")
    (here / "a.py").symlink_to("z/real.py")
    assert found(excluded=lambda path: path == "a.py") == ["z/real.py"]
    write(here, {".gitignore": "/a.py\n"})
    assert found() == ["z/real.py"]


def test_folders_behind_links_are_not_entered(here: Path) -> None:
    """Neither a loop, nor one that is named as a file."""
    lay(here, "app/a.py")
    lay(here.parent, "outside/b.py")
    (here / "app/loop").symlink_to("..")
    (here / "outside").symlink_to("../outside")
    (here / "folder.py").symlink_to("../outside")
    assert found() == ["app/a.py"]


def test_a_linked_folder_that_is_named_is_entered(here: Path) -> None:
    lay(here.parent, "outside/b.py")
    (here / "link").symlink_to("../outside")
    assert found("link") == ["link/b.py"]


def test_a_link_that_leads_nowhere_has_a_cause(here: Path) -> None:
    (here / "a.py").symlink_to("gone.py")
    (here / "notes.txt").symlink_to("gone.txt")
    assert list(discover(["."], lambda path: False, False)) == [Found("a.py", "No such file or directory")]


# --- named files


def test_a_file_that_is_named_is_checked_whatever_its_name(here: Path) -> None:
    write(here, {"script": UNBOUND, "a.txt": UNBOUND, "a.pyw": UNBOUND})
    outcome = celerylint("check", "script", "a.txt", "a.pyw", cwd=here)
    assert [line.split(":")[0] for line in outcome.out.splitlines()] == ["a.pyw", "a.txt", "script"]


def test_named_files_come_once_and_in_their_order(here: Path) -> None:
    lay(here, "a.py b.py app/c.py")
    (here / "link.py").symlink_to("a.py")
    assert found("b.py", "a.py", "./b.py", "link.py", str(here / "a.py"), "app", "app/c.py", ".") == [
        "b.py",
        "a.py",
        "app/c.py",
    ]


def test_what_is_excluded_is_left_out_unless_named(here: Path) -> None:
    lay(here, "a.py app/a.py app/old/a.py")

    def old(path: str) -> bool:
        return "old" in path

    assert found(excluded=old) == ["a.py", "app/a.py"]
    assert found("app/old/a.py", excluded=old) == ["app/old/a.py"]
    assert found("app/old/a.py", "app/old", excluded=old, force=True) == []
    assert found("app/a.py", "app", excluded=old, force=True) == ["app/a.py"]


def test_an_excluded_folder_is_not_even_listed(here: Path) -> None:
    lay(here, "old/a.py new/a.py")
    asked: list[str] = []

    def old(path: str) -> bool:
        asked.append(path)
        return path == "old"

    assert found(excluded=old) == ["new/a.py"]
    assert asked == ["new", "old", "new/a.py"]


def test_an_ignored_file_that_is_named_is_checked(here: Path) -> None:
    write(here, {".gitignore": "*.py\n", "a.py": UNBOUND})
    assert celerylint("check", cwd=here).code == 0
    assert celerylint("check", "a.py", cwd=here).code == 1


@pytest.mark.parametrize("path", ["gone.py", "a.py/b.py", "", "a\0b.py"])
def test_a_path_that_is_not_there_has_a_cause(path: str, here: Path) -> None:
    lay(here, "a.py")
    (item,) = discover([path], lambda path: False, False)
    assert item.cause


def test_other_paths_go_on_after_a_missing_one(here: Path) -> None:
    lay(here, "a.py z/b.py")
    everything = list(discover(["gone.py", "a.py", "gone", "z"], lambda path: False, False))
    assert [(item.path, bool(item.cause)) for item in everything] == [
        ("gone.py", True),
        ("a.py", False),
        ("gone", True),
        ("z/b.py", False),
    ]


# --- how reports call them


def test_shown_paths(here: Path) -> None:
    assert shown("a.py") == shown("./a.py") == shown(str(here / "a.py")) == "a.py"
    assert shown("app/../a.py") == "a.py"
    assert shown("../a.py") == str(here.parent / "a.py")
    assert shown(f"{here}more/a.py") == f"{here}more/a.py"


def test_shown_paths_at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    assert shown("/etc/a.py") == "etc/a.py"


def test_a_cause_has_no_path() -> None:
    assert cause_of(FileNotFoundError(2, "No such file or directory", "a.py")) == "No such file or directory"
    assert cause_of(OSError("odd")) == "odd"
    assert cause_of(ValueError("embedded null byte")) == "embedded null byte"


def test_the_summary_counts_candidates(here: Path) -> None:
    write(here, {"a.py": UNBOUND, "b.py": NO_FINDING, "c.txt": UNBOUND, "build/d.py": UNBOUND})
    assert celerylint("check", cwd=here).err == "celerylint: 1 finding in 1 of 2 files\n"
