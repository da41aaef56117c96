"""`celerylint check --fix` and `--diff`: what changes on the disk, what is said, how it ends."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from celerylint.hosts import fixes
from celerylint.hosts.cli import main
from tests.processes import Done, run_module

TASK = """\
from celery import shared_task


@shared_task(bind=True)
def send(self, order_id):
    try:
        post(order_id)
    except ConnectionError as error:
        self.retry(exc=error)


@shared_task(max_retry=3)
def charge(order_id):
    post(order_id)
"""
"""A finding that is mended safely (CEL202), and one that is not (CEL105)."""
SAFE = TASK.replace("        self.retry", "        raise self.retry")
ALL = SAFE.replace("max_retry=", "max_retries=")
RULES = ("--select", "CEL105,CEL202")


def celerylint(*arguments: str, cwd: Path, text: str | bytes = b"") -> Done:
    return run_module("celerylint", "check", *RULES, *arguments, cwd=cwd, text=text)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "jobs.py"
    path.write_text(TASK)
    return path


def test_safe_fixes_are_made_and_the_rest_is_reported(path: Path) -> None:
    done = celerylint("--fix", cwd=path.parent)
    assert path.read_text() == SAFE
    assert done.code == 1
    assert done.out.startswith("jobs.py:12:14: CEL105 ")
    assert done.err.splitlines() == [
        "celerylint: 1 finding fixed; 1 more with --unsafe-fixes",
        "celerylint: 1 finding in 1 of 1 files",
    ]


def test_a_run_that_mends_all_ends_well(path: Path) -> None:
    done = celerylint("--fix", "--unsafe-fixes", cwd=path.parent)
    assert path.read_text() == ALL
    assert (done.code, done.out) == (0, "")
    assert "2 findings fixed\n" in done.err
    again = celerylint("--fix", "--unsafe-fixes", cwd=path.parent)
    assert (again.code, path.read_text()) == (0, ALL)


def test_diff_shows_and_changes_nothing(path: Path) -> None:
    done = celerylint("--diff", cwd=path.parent)
    assert path.read_text() == TASK
    assert done.code == 1
    assert done.out == (
        "--- jobs.py\n+++ jobs.py\n@@ -6,7 +6,7 @@\n     try:\n         post(order_id)\n"
        "     except ConnectionError as error:\n-        self.retry(exc=error)\n+        raise self.retry(exc=error)\n"
        " \n \n @shared_task(max_retry=3)\n"
    )
    assert "1 finding to fix; 1 more with --unsafe-fixes" in done.err
    path.write_text(ALL)
    assert celerylint("--diff", cwd=path.parent)[:2] == (0, "")


def test_diff_of_standard_input(path: Path) -> None:
    done = celerylint("--diff", "--stdin-filename", "other.py", "-", cwd=path.parent, text=TASK)
    assert done.out.startswith("--- other.py\n")
    assert done.code == 1


def test_the_bytes_around_stay(path: Path) -> None:
    data = b"\xef\xbb\xbf" + TASK.replace("    ", "\t").replace("\n", "\r\n").rstrip().encode() + "  # é".encode()
    path.write_bytes(data)
    path.chmod(0o640)
    celerylint("--fix", "--unsafe-fixes", cwd=path.parent)
    expected = data.replace(b"\tself.retry", b"\traise self.retry").replace(b"max_retry=", b"max_retries=")
    assert path.read_bytes() == expected
    assert path.stat().st_mode & 0o777 == 0o640
    diff = celerylint("--diff", "--stdin-filename", "a.py", "-", cwd=path.parent, text=data)
    assert "\\ No newline at end of file" not in diff.out


def test_a_file_that_libcst_does_not_give_back_is_named_and_left(path: Path) -> None:
    text = TASK.replace("@shared_task(bind", "\x0c@shared_task(bind")
    path.write_text(text)
    done = celerylint("--fix", cwd=path.parent)
    assert (done.code, path.read_text()) == (1, text)
    assert "celerylint: jobs.py:9:9: not fixed: LibCST does not give this file back as it is" in done.err


def test_what_a_comment_suppresses_is_not_mended(path: Path) -> None:
    text = TASK.replace("exc=error)", "exc=error)  # noqa: CEL202").replace("retry=3)", "retry=3)  # noqa")
    path.write_text(text)
    assert celerylint("--fix", "--unsafe-fixes", cwd=path.parent).code == 0
    assert path.read_text() == text


def test_what_cannot_be_read_is_an_error_as_without_fixes(path: Path) -> None:
    (path.parent / "broken.py").write_text("from celery import app\ndef f(:\n")
    done = celerylint("--fix", cwd=path.parent)
    assert (done.code, path.read_text()) == (2, SAFE)


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_file_that_is_not_writable_is_left(path: Path) -> None:
    path.chmod(0o444)
    done = celerylint("--fix", cwd=path.parent)
    assert (done.code, path.read_text()) == (1, TASK)
    assert "not writable" in done.err


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--fix", "--diff"], "--fix and --diff exclude each other"),
        (["--unsafe-fixes"], "--unsafe-fixes says which fixes: it needs --fix or --diff"),
        (["--fix", "-"], "standard input (-) cannot be fixed; --diff shows what there is to fix"),
    ],
)
def test_usage(arguments: list[str], line: str, tmp_path: Path) -> None:
    done = celerylint(*arguments, cwd=tmp_path)
    assert (done.code, done.out, done.err) == (2, "", f"celerylint: {line}\n")


def test_without_libcst(path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Fixes are refused in one line; a report has none."""
    monkeypatch.setattr(fixes, "can_fix", lambda: False)
    monkeypatch.chdir(path.parent)
    assert main(["check", *RULES, "--fix", "jobs.py"]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", f"celerylint: {fixes.MISSING}\n")
    assert path.read_text() == TASK
    assert main(["check", *RULES, "--output-format", "json", "jobs.py"]) == 1
    assert [each["fix"] for each in json.loads(capsys.readouterr().out)] == [None, None]


def test_a_kept_run_is_mended_and_reported_alike(path: Path) -> None:
    os.utime(path, (1, 1))
    first = celerylint("--output-format", "json", cwd=path.parent)
    assert celerylint("--output-format", "json", cwd=path.parent) == first
    celerylint(cwd=path.parent)
    celerylint("--fix", "--unsafe-fixes", cwd=path.parent)
    assert path.read_text() == ALL


def test_json_holds_the_edits(path: Path) -> None:
    found = json.loads(celerylint("--output-format", "json", cwd=path.parent).out)
    assert [each["fix"] for each in found] == [
        {
            "safety": "safe",
            "edits": [{"line": 9, "column": 9, "end_line": 9, "end_column": 9, "text": "raise "}],
        },
        {
            "safety": "unsafe",
            "edits": [{"line": 12, "column": 22, "end_line": 12, "end_column": 23, "text": "ies"}],
        },
    ]
