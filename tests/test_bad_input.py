"""What is no ordinary file: named in one line where it cannot be checked, checked where it can."""

from __future__ import annotations

import builtins
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from celerylint.hosts.cli import main
from tests.corpus import HOSTS
from tests.processes import Done, run_module
from tests.test_cli import NO_FINDING, UNBOUND, UNBOUND_MESSAGE, Outcome, celerylint, write

IMPORT = "from celery import shared_task\n"
OTHER = f"z_jobs.py:6:5: CEL201 {UNBOUND_MESSAGE}\n"
"""What the other file of every folder gives, whatever the bad one is."""


def check_beside(root: Path, name: str, data: bytes | str) -> Outcome:
    """Check a folder with a file of these bytes, and one with a finding."""
    write(root, {"z_jobs.py": UNBOUND})
    (root / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return celerylint("check", cwd=root)


def assert_named(outcome: Outcome, *starts: str) -> None:
    """One line for each bad file, exit 2, and the findings of the other files are all there."""
    assert (outcome.code, outcome.out) == (2, OTHER)
    assert len(outcome.complaints) == len(starts), outcome.err
    for line, start in zip(outcome.complaints, starts, strict=True):
        assert line.startswith(f"celerylint: {start}"), outcome.err


# --- no Python


@pytest.mark.parametrize(
    ("source", "cause"),
    [
        (f"{IMPORT}def broken(:\n", "2:12: syntax error: invalid syntax"),
        (f"{IMPORT}x = (1,\n", "2:5: syntax error: '(' was never closed"),
        (f"{IMPORT}def broken():\npass\n", "3:1: syntax error: expected an indented block after function definition"),
        (f'{IMPORT}x = "é🐇" 1 1\n', "2:"),
        (f"{IMPORT}return 1 +\n", "2:"),
        (f"{IMPORT}print 'orders'\n", "2:1: syntax error: Missing parentheses in call to 'print'"),
        (b"import celery\nx = 1\0\n", ""),
        (b"# caf\xe9\nimport celery\n", ""),
        (b"import celery\n\nx = 1\nname = 'caf\xe9'\n", "4: not valid utf-8: "),
        (b"# coding: utf-8\nimport celery\nname = 'caf\xe9'\n", "3: not valid utf-8: "),
        (b"# coding: ascii\nimport celery\nname = 'caf\xc3\xa9'\n", "3: not valid ascii: "),
        (b"# coding: klingon\nimport celery\n", " unknown encoding: klingon"),
        (b"\xef\xbb\xbf# coding: latin-1\nimport celery\n", " encoding problem: utf-8"),
        (b"# coding: rot13\nimport celery\n", " "),
        (b"# coding: hex\nimport celery\n", " "),
        (b"# coding: undefined\nimport celery\n", " "),
        (b"# coding: punycode\nimport celery\n", " "),
        (b"# coding: utf-16\nimport celery\n", ""),
    ],
)
def test_what_is_no_python_is_named(source: str | bytes, cause: str, tmp_path: Path) -> None:
    assert_named(check_beside(tmp_path, "bad.py", source), f"bad.py:{cause}")


NEWER = {
    "3.12": [
        "type Order = int",
        "type Orders[T] = list[T]",
        "def first[T](orders: list[T]) -> T: ...",
        "class Box[T]: ...",
        "async def first[T](orders: list[T]) -> T: ...",
        'x = f"{order["total"]}"',
        'x = f"{", ".join(orders)}"',
        "x = f\"{'\\n'.join(orders)}\"",
    ],
    "3.14": ["try: ...\nexcept ValueError, TypeError: ...", 'x = t"{order}"'],
}


@pytest.mark.parametrize(
    ("version", "source"), [(version, source) for version, sources in NEWER.items() for source in sources]
)
def test_newer_grammar_is_named_as_such(version: str, source: str, tmp_path: Path) -> None:
    outcome = check_beside(tmp_path, "new.py", f"{IMPORT}{source}\n")
    if sys.version_info >= tuple(map(int, version.split("."))):
        assert (outcome.code, outcome.out) == (1, OTHER)
        return
    assert_named(outcome, "new.py:")
    assert outcome.complaints[0].endswith(f"; needs Python {version} or newer")


@pytest.mark.parametrize(
    "source",
    ["type of thing", 'x = f"{order"', "def (orders): ...", "class Box(: ...", "try: ...\nexcept A, B as c: ..."],
)
def test_what_no_python_reads_is_not_called_newer(source: str, tmp_path: Path) -> None:
    outcome = check_beside(tmp_path, "bad.py", f"{IMPORT}{source}\n")
    assert_named(outcome, "bad.py:")
    assert "needs Python" not in outcome.err


@pytest.mark.parametrize(
    "data",
    [b"def broken(:\n", b"x = \0\n", b"# caf\xe9\n", f"{IMPORT}{UNBOUND}".encode("utf-16"), b"# coding: klingon\n"],
    ids=["syntax", "nul", "coding", "utf-16", "cookie"],
)
def test_a_file_without_a_word_of_celery_is_not_read_at_all(data: bytes, tmp_path: Path) -> None:
    outcome = check_beside(tmp_path, "bad.py", data)
    assert outcome == (1, OTHER, "celerylint: 1 finding in 1 of 2 files\n")


# --- unusual, but Python


CALL = "    self.retry(countdown=order_id)"
GERMAN = UNBOUND.replace(CALL, '    grund = "größe"; self.retry(countdown=order_id)')
UNUSUAL: dict[str, tuple[bytes, tuple[int, int]]] = {
    "bom": (b"\xef\xbb\xbf" + GERMAN.encode(), (6, 21)),
    "bom_and_cookie": (b"\xef\xbb\xbf# coding: utf-8\n" + GERMAN.encode(), (7, 21)),
    "latin_1": (b"# -*- coding: latin-1 -*-\n" + GERMAN.encode("latin-1"), (7, 21)),
    "cookie_in_second_line": (b"#!/bin/sh\n# vim: set fileencoding=cp1252 :\n" + GERMAN.encode("cp1252"), (8, 21)),
    "japanese": (b"# coding: shift_jis\n" + GERMAN.replace("größe", "大きさ").encode("shift_jis"), (7, 19)),
    "emoji": (GERMAN.replace("größe", "🐇🐇").encode(), (6, 18)),
    "crlf": (GERMAN.replace("\n", "\r\n").encode(), (6, 21)),
    "cr": (GERMAN.replace("\n", "\r").encode(), (6, 21)),
    "mixed_line_ends": (GERMAN.replace("\n", "\r\n", 2).replace("task\ndef", "task\rdef").encode(), (6, 21)),
    "crlf_and_cookie": (b"# coding: latin-1\r\n" + GERMAN.replace("\n", "\r\n").encode("latin-1"), (7, 21)),
    "form_feed": (UNBOUND.replace("@shared", "\f\n\f@shared").encode(), (7, 4)),
    "form_feed_in_code": (UNBOUND.replace(CALL, "    x = 1;\f self.retry()").encode(), (6, 12)),
    "other_line_separators": (
        UNBOUND.replace(CALL, '    """a\x0b\x1c\x85\u2028\u2029b"""\n    # \x0c \x1d\u2028\n' + CALL).encode(),
        (8, 4),
    ),
    "tabs": (UNBOUND.replace("    ", "\t").encode(), (6, 1)),
    "tabs_and_blanks": (UNBOUND.replace(CALL, "\tif order_id:\n\t        self.retry()").encode(), (7, 9)),
    "no_last_line_end": (UNBOUND.rstrip("\n").encode(), (6, 4)),
    "continued_line": (UNBOUND.replace(CALL, "    x = 1; \\\n  self.retry()").encode(), (7, 2)),
    "blanks_at_its_end": (UNBOUND.encode() + b"\n  \n\t\n\f\n   ", (6, 4)),
    "invalid_escape": (UNBOUND.encode() + b"x = '\\d'\ny = 1if x else 2\nz = x is 1\n", (6, 4)),
}
"""Bytes, and where the finding CEL201 is: columns from 0."""

SILENT = {
    "empty": b"",
    "blank": b"\n\n",
    "only_a_bom": b"\xef\xbb\xbf",
    "comment": b"# celery",
    "stub": b"import celery",
}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("host", HOSTS)
def test_unusual_files_are_no_errors(host: str, tmp_path: Path) -> None:
    """And every host places the finding at the same code point."""
    for name, (data, _) in UNUSUAL.items():
        (tmp_path / f"{name}.py").write_bytes(data)
    for name, data in SILENT.items():
        (tmp_path / f"{name}.py").write_bytes(data)
    found = HOSTS[host](tmp_path)
    places = {path: [place[:3] for place in places] for path, places in found.items()}
    assert places == {f"{name}.py": [(*place, "CEL201")] for name, (_, place) in UNUSUAL.items()}


@pytest.mark.parametrize("name", UNUSUAL)
def test_unusual_files_on_the_command_line(name: str, tmp_path: Path) -> None:
    data, (line, column) = UNUSUAL[name]
    outcome = check_beside(tmp_path, "a.py", data)
    assert (outcome.code, outcome.complaints) == (1, [])
    assert outcome.out == f"a.py:{line}:{column + 1}: CEL201 {UNBOUND_MESSAGE}\n{OTHER}"


@pytest.mark.parametrize("name", SILENT)
def test_files_with_nothing_in_them(name: str, tmp_path: Path) -> None:
    assert check_beside(tmp_path, "a.py", SILENT[name]) == (1, OTHER, "celerylint: 1 finding in 1 of 2 files\n")


# --- large and deep

LARGE: dict[str, Callable[[], str]] = {
    "5 MB": lambda: (
        "ORDERS = [\n" + "    'a line of data, one of the many that make the file large',\n" * 85_000 + "]\n"
    ),
    "long string": lambda: f"x = '{'a' * 100_000}'\n",
    "long line of code": lambda: f"x = [{'order.total, ' * 8_000}]\n",
    "long comment": lambda: f"# {'celery ' * 15_000}\n",
    "chain of calls": lambda: "x = query" + ".filter()" * 3_000 + "\n",
    "chain in a task": lambda: f"@shared_task\ndef chained(q):\n    return q{'.filter(q)' * 3_000}.all()\n",
    "chain of subscripts": lambda: "x = orders" + "[0]" * 3_000 + "\n",
    "sum": lambda: f"x = {'total + ' * 3_000}1\n",
    "conditional": lambda: f"x = 1{' if total else 2' * 1_500}\n",
    "brackets": lambda: f"x = {'(' * 150}1{')' * 150}\n",
    "calls in calls": lambda: f"x = {'run(' * 90}1{')' * 90}\n",
    "many branches": lambda: "@shared_task\ndef branch(a):\n    if a: pass\n" + "    elif a == 1: pass\n" * 900,
    "deep blocks": lambda: (
        "@shared_task\ndef nested(a):\n"
        + "".join(" " * depth + "if a:\n" for depth in range(1, 90))
        + " " * 90
        + "a()\n"
    ),
    "deep functions": lambda: (
        "".join("  " * depth + f"def f{depth}(): \n" for depth in range(80)) + "  " * 80 + "f0()\n"
    ),
}


@pytest.mark.parametrize("kind", LARGE)
def test_large_and_deep_files_are_checked(kind: str, tmp_path: Path) -> None:
    outcome = check_beside(tmp_path, "a.py", UNBOUND + LARGE[kind]())
    assert (outcome.code, outcome.complaints) == (1, [])
    assert outcome.out == f"a.py:6:5: CEL201 {UNBOUND_MESSAGE}\n{OTHER}"


def test_a_finding_at_the_end_of_a_very_long_line(tmp_path: Path) -> None:
    long = UNBOUND.replace(CALL, f"    x = '{'é' * 100_000}'; self.retry()")
    outcome = check_beside(tmp_path, "a.py", long)
    assert outcome.out == f"a.py:6:100013: CEL201 {UNBOUND_MESSAGE}\n{OTHER}"


@pytest.mark.parametrize(
    "source",
    [
        "x = " + "-" * 20_000 + "1\n",
        "x = " + "(" * 5_000 + ")" * 5_000 + "\n",
        "x = " + "[" * 5_000 + "\n",
        "x = query" + ".filter()" * 100_000 + "\n",
        "x = " + "total + " * 100_000 + "1\n",
        "x = " + "lambda: " * 5_000 + "1\n",
        "".join(" " * depth + "if x:\n" for depth in range(200)) + " " * 200 + "pass\n",
    ],
    ids=["minus", "brackets", "open brackets", "chain", "sum", "lambda", "blocks"],
)
def test_what_is_too_deep_for_python_itself_is_named(source: str, tmp_path: Path) -> None:
    """A newer Python may read it: then it is checked."""
    outcome = check_beside(tmp_path, "deep.py", IMPORT + source)
    if outcome.code == 1:
        assert (outcome.out, outcome.complaints) == (OTHER, [])
    else:
        assert_named(outcome, "deep.py:")


# --- files that cannot be read

needs_proc = pytest.mark.skipif(not os.path.exists("/proc/self/mem"), reason="needs a file that root cannot read")


@needs_proc
@pytest.mark.parametrize("arguments", [["."], ["x.py", "z_jobs.py"], ["--jobs", "2", "."]])
def test_an_unreadable_file(arguments: list[str], tmp_path: Path) -> None:
    write(tmp_path, {"z_jobs.py": UNBOUND})
    (tmp_path / "x.py").symlink_to("/proc/self/mem")
    assert_named(celerylint("check", *arguments, cwd=tmp_path), "x.py: Input/output error")


@pytest.mark.skipif(sys.platform == "win32" or os.getuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    write(tmp_path, {"x.py": UNBOUND}).joinpath("x.py").chmod(0)
    assert_named(check_beside(tmp_path, "z_jobs.py", UNBOUND), "x.py: Permission denied")


def test_a_folder_with_the_name_of_a_file(tmp_path: Path) -> None:
    """It is a folder like any other."""
    write(tmp_path, {"x.py/y.pyi/jobs.py": UNBOUND})
    for argument in (".", "x.py", "x.py/y.pyi/"):
        outcome = celerylint("check", argument, cwd=tmp_path)
        assert outcome[:2] == (1, f"x.py/y.pyi/jobs.py:6:5: CEL201 {UNBOUND_MESSAGE}\n")


@pytest.mark.parametrize("argument", [".", "x.py"])
@pytest.mark.parametrize(
    ("target", "cause"), [("gone.py", "No such file or directory"), ("x.py", "Too many levels of")]
)
def test_a_link_that_leads_nowhere(target: str, cause: str, argument: str, tmp_path: Path) -> None:
    write(tmp_path, {"z_jobs.py": UNBOUND})
    (tmp_path / "x.py").symlink_to(target)
    assert_named(celerylint("check", argument, "z_jobs.py", cwd=tmp_path), f"x.py: {cause}")


def test_links_that_lead_to_each_other(tmp_path: Path) -> None:
    (tmp_path / "x.py").symlink_to("y.py")
    (tmp_path / "y.py").symlink_to("x.py")
    assert_named(check_beside(tmp_path, "plain.py", ""), "x.py: Too many levels of", "y.py: Too many levels of")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        here = os.getcwd()
        os.chdir(path.parent)  # a long path is no address
        try:
            listener.bind(path.name)
        finally:
            os.chdir(here)


@pytest.mark.parametrize("make", [_pipe, _socket])
def test_what_is_no_regular_file_is_not_waited_for(make: Callable[[Path], None], tmp_path: Path) -> None:
    """It is named like all that cannot be read."""
    make(tmp_path / "x.py")
    write(tmp_path, {"z_jobs.py": UNBOUND})
    command = [sys.executable, "-m", "celerylint", "check"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=20, check=False)
    assert_named(Outcome(done.returncode, done.stdout, done.stderr), "x.py: not a regular file")


def test_a_file_that_vanishes_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, {"x.py": UNBOUND, "z_jobs.py": UNBOUND})
    opened = builtins.open

    def open_late(file: Any, *arguments: Any, **named: Any) -> Any:
        if str(file) == "x.py":
            os.remove(file)
        return opened(file, *arguments, **named)

    monkeypatch.setattr(builtins, "open", open_late)
    monkeypatch.chdir(tmp_path)
    code = main(["check", "--isolated"])
    printed = capsys.readouterr()
    assert_named(Outcome(code, printed.out, printed.err), "x.py: No such file or directory")


def test_a_folder_that_cannot_be_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, {"gone/x.py": UNBOUND, "z_jobs.py": UNBOUND})
    listed = os.scandir

    def scan_late(path: Any) -> Any:
        if str(path) == "gone":
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", scan_late)
    monkeypatch.chdir(tmp_path)
    code = main(["check", "--isolated"])
    printed = capsys.readouterr()
    assert_named(Outcome(code, printed.out, printed.err), "gone: Permission denied")


# --- names

NAMES = {
    "a\nb.py": "a\\x0ab.py",
    "a\x1b[31mb.py": "a\\x1b[31mb.py",
    "a\rb.py": "a\\x0db.py",
    "a\x7fb.py": "a\\x7fb.py",
    "a\x9b31mb.py": "a\\x9b31mb.py",
    os.fsdecode(b"a\xffb.py"): "a\\udcffb.py",
    "größe 🐇.py": "größe 🐇.py",
    "a:1:1: CEL101 b.py": "a:1:1: CEL101 b.py",
    "%s {0}.py": "%s {0}.py",
}


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_in_a_finding_cannot_steer_the_terminal(name: str, tmp_path: Path) -> None:
    outcome = check_beside(tmp_path, name, UNBOUND)
    assert (outcome.code, outcome.complaints) == (1, [])
    assert set(outcome.out.split("\n")) == {f"{NAMES[name]}:6:5: CEL201 {UNBOUND_MESSAGE}", OTHER.strip(), ""}


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_in_a_complaint_cannot_steer_the_terminal(name: str, tmp_path: Path) -> None:
    outcome = check_beside(tmp_path, name, f"{IMPORT}def broken(:\n")
    assert_named(outcome, f"{NAMES[name]}:2:12: syntax error: invalid syntax")


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_in_json_is_whole(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(UNBOUND)
    outcome = celerylint("check", "--output-format", "json", cwd=tmp_path)
    assert outcome.out.isascii()
    assert [finding["path"] for finding in json.loads(outcome.out)] == [name]


def test_a_missing_name_with_control_characters(tmp_path: Path) -> None:
    outcome = celerylint("check", "a\x1b[2Jb\n.py", cwd=tmp_path)
    assert outcome == (
        2,
        "",
        "celerylint: a\\x1b[2Jb\\x0a.py: No such file or directory\ncelerylint: 0 findings in 0 of 1 files\n",
    )


# --- surroundings


@pytest.mark.parametrize("home", ["/dev/null", "/nonexistent", "/proc", ""])
def test_an_unwritable_home_is_no_matter(home: str, tmp_path: Path) -> None:
    write(tmp_path, {"z_jobs.py": UNBOUND})
    outcome = celerylint("check", cwd=tmp_path, HOME=home, XDG_CACHE_HOME=home)
    assert outcome == (1, OTHER, "celerylint: 1 finding in 1 of 1 files\n")


def test_a_run_leaves_nothing_behind(tmp_path: Path) -> None:
    write(tmp_path, {"jobs.py": UNBOUND, "pyproject.toml": "[tool.celerylint]\n"})
    celerylint("check", "--no-cache", cwd=tmp_path, HOME=str(tmp_path))
    assert sorted(os.listdir(tmp_path)) == ["jobs.py", "pyproject.toml"]


def test_what_is_checked_is_never_run_nor_imported(tmp_path: Path) -> None:
    """Nor are modules of the project taken for ours or Python's."""
    harm = f"{IMPORT}open('harm', 'w')\n"
    names = ("jobs", "celery/__init__", "ast", "tokenize", "argparse", "json", "sitecustomize", "conftest", "setup")
    write(tmp_path, {f"app/{name}.py": harm for name in names})
    assert celerylint("check", "app", cwd=tmp_path).code == 0
    assert os.listdir(tmp_path) == ["app"]


# --- settings files, in every host

HOST_COMMANDS: dict[str, list[str]] = {
    "cli": ["celerylint", "check", "app"],
    "flake8": ["flake8", "--isolated", "--select=CEL", "app"],
    "pylint": ["pylint", "--load-plugins=celerylint.pylint", "--rcfile=/dev/null", "--persistent=n", "app/jobs.py"],
}
SETTINGS: dict[str, tuple[str | bytes, str]] = {
    "bad TOML": ("[tool.celerylint]\nselect = [\n", "not valid TOML: "),
    "no UTF-8": (b"[tool.celerylint]\n# caf\xe9\n", "not valid TOML: "),
    "unknown key": (
        "[tool.celerylint]\nignroe = []\n",
        "tool.celerylint.ignroe: unknown setting; did you mean 'ignore'?",
    ),
    "wrong type": ("[tool.celerylint]\nselect = 3\n", "tool.celerylint.select: expected a list of names, not 3"),
    "unknown rule": (
        '[tool.celerylint]\nignore = ["retry-not-rised"]\n',
        "unknown rule 'retry-not-rised'; did you mean 'retry-not-raised'?",
    ),
    "no table": ("[tool]\ncelerylint = 3\n# tool.celerylint\n", "tool.celerylint: expected a table"),
    "tool is no table": ("tool = 3\n# tool.celerylint\n", ""),
    "too deep": (f"[tool.celerylint]\nselect = {'[' * 9_000}{']' * 9_000}\n", "not valid TOML: "),
}


@pytest.mark.parametrize("host", HOST_COMMANDS)
@pytest.mark.parametrize("kind", SETTINGS)
def test_a_broken_settings_file_is_one_line_in_every_host(kind: str, host: str, tmp_path: Path) -> None:
    """It names file and cause; no host ends in a traceback, and none passes in silence."""
    text, cause = SETTINGS[kind]
    write(tmp_path, {"app/jobs.py": UNBOUND})
    settings = tmp_path / "pyproject.toml"
    settings.write_bytes(text if isinstance(text, bytes) else text.encode())
    done = run_module(*HOST_COMMANDS[host], cwd=tmp_path)
    if kind == "tool is no table":
        assert "CEL201" in done.out or "E9201" in done.out
        assert f"{done.out}{done.err}".count("Traceback") == 0
        return
    named = [line for line in f"{done.out}{done.err}".splitlines() if str(settings) in line]
    assert len(named) == 1, done
    assert f"{settings}: " in named[0]
    assert cause in named[0]
    assert "Traceback" not in f"{done.out}{done.err}"
    if host == "cli":
        assert (done.code, done.out, done.err) == (2, "", f"{named[0]}\n")
        assert named[0].startswith("celerylint: ")
    elif host == "flake8":
        assert done.code == 1
        assert "There was a critical error during execution of Flake8:" in done.out
    else:
        assert done.code & 2  # an error was issued


@needs_proc
def test_an_unreadable_settings_file_is_named(tmp_path: Path) -> None:
    write(tmp_path, {"jobs.py": UNBOUND})
    (tmp_path / "pyproject.toml").symlink_to("/proc/self/mem")
    outcome = celerylint("check", cwd=tmp_path)
    assert outcome == (2, "", f"celerylint: {tmp_path}/pyproject.toml: Input/output error\n")


def test_a_broken_settings_file_that_is_not_ours_is_no_matter(tmp_path: Path) -> None:
    outcome = check_beside(tmp_path, "pyproject.toml", "[tool.black\n")
    assert (outcome.code, outcome.out, outcome.complaints) == (1, OTHER, [])


# --- bad files in the other hosts


def _beside_bad_files(root: Path) -> Path:
    bad = {
        "syntax": b"import celery\ndef broken(:\n",
        "newer": b"import celery\ntry: ...\nexcept A, B: ...\n",
        "cookie": b"# coding: klingon\nimport celery\n",
        "coding": b"import celery\nname = 'caf\xe9'\n",
        "bom": b"\xef\xbb\xbf# coding: latin-1\nimport celery\n",
        "utf_16": UNBOUND.encode("utf-16"),
    }
    write(root, {"jobs.py": UNBOUND, "clean.py": NO_FINDING})
    for name, data in bad.items():
        (root / f"bad_{name}.py").write_bytes(data)
    return root


def _findings(done: Done) -> list[str]:
    return [line for line in done.out.splitlines() if "self.retry" in line]


def test_bad_files_take_no_finding_from_flake8(tmp_path: Path) -> None:
    done = run_module("flake8", "--isolated", "--select=CEL,E9", ".", cwd=_beside_bad_files(tmp_path))
    assert (done.code, _findings(done)) == (1, [f"./jobs.py:6:5: CEL201 {UNBOUND_MESSAGE}"])
    assert "CEL000" not in done.out
    assert "Traceback" not in done.err


def test_bad_files_take_no_finding_from_pylint(tmp_path: Path) -> None:
    root = _beside_bad_files(tmp_path)
    files = sorted(os.listdir(root))
    options = ["--load-plugins=celerylint.pylint", "--rcfile=/dev/null", "--persistent=n", "--score=n"]
    done = run_module("pylint", *options, *files, cwd=root)
    assert _findings(done) == [f"jobs.py:6:4: E9201: {UNBOUND_MESSAGE} (celery-retry-without-bind)"]
    assert "internal-error" not in done.out
    assert "Traceback" not in done.err
