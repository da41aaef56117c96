"""`celerylint check --add-noqa`: comments that flake8 and we honour, and not a byte more."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from celerylint.fixing.noqa import says_the_same, with_noqa
from celerylint.linter.suppress import comments
from tests.folder import Folder
from tests.processes import run_module
from tests.test_cli import BROKEN, MIXED, UNBOUND

CALL = "    self.retry(countdown=order_id)"
REASON = "the app binds it"


def suppress(folder: Folder, *arguments: str) -> None:
    outcome = folder.check("--add-noqa", *arguments)
    assert (outcome.code, outcome.out) == (0, ""), outcome.err


def by_flake8(folder: Folder) -> str:
    return run_module("flake8", "--isolated", "--select", "CEL", ".", cwd=folder.root).out


@pytest.mark.parametrize(
    ("line", "reason", "written"),
    [
        (CALL, "", f"{CALL}  # noqa: CEL201"),
        (CALL, REASON, f"{CALL}  # noqa: CEL201  {REASON}"),
        (f"{CALL} \t", REASON, f"{CALL}  # noqa: CEL201  {REASON}"),
        (CALL, "S3 is slow", f"{CALL}  # noqa: CEL201 - S3 is slow"),
        (CALL, "utf8 text", f"{CALL}  # noqa: CEL201 - utf8 text"),
        (CALL, ": yes", f"{CALL}  # noqa: CEL201 - : yes"),
        (f"{CALL}  # why not", REASON, f"{CALL}  # why not  # noqa: CEL201  {REASON}"),
        (f"{CALL}  # type: ignore", "", f"{CALL}  # type: ignore  # noqa: CEL201"),
        (f"{CALL}  # noqa: E501", "", f"{CALL}  # noqa: E501, CEL201"),
        (f"{CALL}  # noqa: E501,W291", "", f"{CALL}  # noqa: E501,W291, CEL201"),
        (f"{CALL}  # noqa: E501", REASON, f"{CALL}  # noqa: E501, CEL201  {REASON}"),
        (f"{CALL}  # noqa: E501  long", "", f"{CALL}  # noqa: E501, CEL201  long"),
        (f"{CALL}  # noqa: E501: long", REASON, f"{CALL}  # noqa: E501, CEL201: long; {REASON}"),
        (f"{CALL}  # noqa: cel201", "", f"{CALL}  # noqa: cel201, CEL201"),
        (f"{CALL}  #noqa", "", f"{CALL}  #noqa  # noqa: CEL201"),
        ('    self.retry(x="""\n  a""")', "", '    self.retry(x="""\n  a""")  # noqa: CEL201'),
        ('    self.retry(x="""\n  a""",\n    y=1)', "", '    self.retry(x="""\n  a""",  # noqa: CEL201\n    y=1)'),
        ("    self.retry(x= \\\n  5)", REASON, f"    self.retry(x= \\\n  5)  # noqa: CEL201  {REASON}"),
        ("    self.retry(\n  x=5)", "", "    self.retry(  # noqa: CEL201\n  x=5)"),
        ('    self.retry(x="é 🎈")', "", '    self.retry(x="é 🎈")  # noqa: CEL201'),
        ('    self.retry(x="#")', "", '    self.retry(x="#")  # noqa: CEL201'),
    ],
)
def test_where_and_how_it_is_written(line: str, reason: str, written: str, folder: Folder) -> None:
    before = UNBOUND.replace(CALL, line)
    folder.write("jobs.py", before)
    assert "CEL201" in by_flake8(folder)
    suppress(folder, *(["--reason", reason] if reason else []))
    assert folder.read("jobs.py") == before.replace(line, written)
    assert folder.check().code == 0
    assert by_flake8(folder) == ""
    suppress(folder)
    assert folder.read("jobs.py") == before.replace(line, written), "there is nothing to do"


def test_several_codes_and_files_and_what_is_said(folder: Folder) -> None:
    folder.write("a.py", MIXED)
    folder.write(
        "b.py", UNBOUND.replace("@shared_task\ndef send(order_id):\n", "@shared_task(max_retry=3)\ndef send(order_id):")
    )
    outcome = folder.check("--add-noqa", "--reason", REASON)
    assert outcome == (0, "", "celerylint: 4 findings suppressed in 2 files\n")
    assert folder.read("a.py").count(f"# noqa: CEL201  {REASON}") == 1
    assert folder.check() == (0, "", "celerylint: 0 findings in 0 of 2 files\n")
    assert folder.check("--add-noqa", "-q") == (0, "", "")


def test_codes_of_one_line_are_one_comment(folder: Folder) -> None:
    folder.write(
        "a.py", "from celery import shared_task\n\n\n@shared_task(max_retry=3, default_retry=5)\ndef f(): ...\n"
    )
    codes = {line.split()[1] for line in folder.check("--profile", "all").out.splitlines() if ":5:" in line}
    assert len(codes) > 1
    suppress(folder, "--profile", "all")
    assert f"  # noqa: {', '.join(sorted(codes))}\n" in folder.read("a.py")


@pytest.mark.parametrize("ends", [b"\n", b"\r\n", b"\r", b""])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf", b"# coding: latin-1\n# \xe9\n", b"# coding: cp1252\n# \x80\n"])
def test_every_other_byte_stays(start: bytes, ends: bytes, folder: Folder) -> None:
    data = start + UNBOUND.encode()
    data = data.replace(b"\n", ends) if ends else data.rstrip(b"\n").replace(b"task\n", b"task\r\n", 1)
    path = folder.write("jobs.py", data)
    path.chmod(0o751)
    suppress(folder, "--reason", "é" if start.startswith(b"#") else REASON)
    written = path.read_bytes()
    added = written.replace(data[: data.index(b"self.retry") + 30], b"").removesuffix(ends)
    assert added.startswith(b"  # noqa: CEL201  ")
    assert written.replace(added, b"") == data
    assert stat.S_IMODE(path.stat().st_mode) == 0o751
    assert folder.check().code == 0
    assert os.listdir(folder.root) == ["jobs.py"]


def test_a_reason_that_the_coding_cannot_write_is_refused(folder: Folder) -> None:
    text = f"# coding: latin-1\n{UNBOUND}"
    folder.write("a.py", text)
    folder.write("b.py", UNBOUND)
    outcome = folder.check("--add-noqa", "--reason", "日本")
    assert outcome.code == 2
    assert outcome.err.splitlines() == [
        "celerylint: a.py: no comment written: its coding iso-8859-1 cannot write the mended line",
        "celerylint: 1 finding suppressed in 1 file",
    ]
    assert folder.read("a.py") == text
    assert "日本" in folder.read("b.py")


def test_a_string_that_is_read_as_the_comment(folder: Folder) -> None:
    """flake8 takes the first text of this kind on the line, whatever it stands in."""
    text = UNBOUND.replace(CALL, '    self.retry(x="# noqa: E501")')
    folder.write("jobs.py", text)
    outcome = folder.check("--add-noqa")
    assert outcome.code == 2
    assert outcome.err.splitlines() == [
        "celerylint: jobs.py:6: no comment written: a string on the line is read as the comment, or the line goes on",
        "celerylint: 0 findings suppressed in 0 files",
    ]
    assert folder.read("jobs.py") == text


def test_only_what_counts_is_suppressed(folder: Folder) -> None:
    folder.write("jobs.py", UNBOUND)
    folder("baseline", "create")
    folder.write("new.py", UNBOUND)
    folder.write("broken.py", BROKEN)
    before = folder.read("jobs.py")
    outcome = folder.check("--add-noqa")
    assert outcome.code == 2
    assert outcome.err.splitlines()[-1] == "celerylint: 1 finding suppressed in 1 file"
    assert folder.read("jobs.py") == before
    assert "noqa" in folder.read("new.py")


def test_what_is_said_of_comments_is_not_suppressed(folder: Folder) -> None:
    folder.write("pyproject.toml", "[tool.celerylint]\nrequire-reason = true\nextend-select = ['unused-suppression']\n")
    folder.write("jobs.py", UNBOUND)
    suppress(folder)
    text = folder.read("jobs.py")
    assert [line.split()[1] for line in folder.check().out.splitlines()] == ["CEL002"]
    suppress(folder)
    assert folder.read("jobs.py") == text


@pytest.mark.parametrize("options", ["--fix", "--diff", "-"])
def test_what_excludes_it(options: str, folder: Folder) -> None:
    message = "--add-noqa excludes --fix, --diff and standard input (-)"
    assert folder.check("--add-noqa", options) == (2, "", f"celerylint: {message}\n")


@pytest.mark.parametrize("reason", ["", " ", "a\nb", "a\x1bb", "a\u2028b"])
def test_a_reason_is_a_line(reason: str, folder: Folder) -> None:
    assert folder.check("--add-noqa", "--reason", reason) == (2, "", "celerylint: --reason: expected a line of text\n")


def test_a_reason_without_comments(folder: Folder) -> None:
    message = "--reason is written into comments: it needs --add-noqa"
    assert folder.check("--reason", "x") == (2, "", f"celerylint: {message}\n")


# --- any text


PIECES = st.sampled_from(
    [
        "x = 1",
        "y = (",
        ")",
        'z = """',
        '"""',
        "w = 2 \\",
        "# noqa: E501",
        "# noqa",
        "  # é",
        "'#'",
        "",
        "if x:",
        "    y",
        "\t",
        "\f",
    ]
)


@settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))
@given(
    st.lists(PIECES, max_size=12),
    st.sets(st.integers(1, 12), max_size=4),
    st.sampled_from(["", "why", "S3: x", "# noqa"]),
)
def test_the_program_stays_the_same(pieces: list[str], places: set[int], reason: str) -> None:
    text = "\n".join(pieces)
    after = with_noqa(text, {line: {"CEL201"} for line in places if line <= len(pieces)}, reason)
    if says_the_same(text, text):
        assert says_the_same(text, after)
        for before, now in zip(text.split("\n"), after.split("\n"), strict=True):
            assert now.startswith(before.rstrip(" \t"))
        assert all(code in ("CEL201", "E501") for each in comments(after) for code, _ in each.codes)


def test_a_file_that_changed_or_may_not_be_written(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "real.py").write_text(UNBOUND)
    (folder.root / "jobs.py").symlink_to(tmp_path / "real.py")
    suppress(folder)
    assert (folder.root / "jobs.py").is_symlink()
    assert "# noqa: CEL201" in (tmp_path / "real.py").read_text()
