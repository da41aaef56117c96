"""Where reports go: several at once, to files that are whole or as they were."""

from __future__ import annotations

import json
import os
import shlex
import stat
import sys
import threading
from pathlib import Path

import pytest

from celerylint.hosts.cli import FORMATS
from celerylint.hosts.outputs import Output, outputs_of
from tests.processes import Done, run, run_module

UNBOUND = """\
from celery import shared_task


@shared_task
def send(order_id):
    self.retry(countdown=order_id)
"""
TEXT = "jobs.py:6:5: CEL201 `self.retry` in `send`, which is not bound"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one finding."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "jobs.py").write_text(UNBOUND)
    return folder


def check(folder: Path, *arguments: str, text: str = "") -> Done:
    return run_module("celerylint", "check", "--quiet", "--no-cache", *arguments, cwd=folder, text=text)


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


# --- which


def test_text_goes_to_standard_output_unless_something_else_does() -> None:
    assert outputs_of(None, []) == [Output("text", "-")]
    assert outputs_of("json", []) == [Output("json", "-")]
    assert outputs_of(None, ["sarif:a.sarif"]) == [Output("text", "-"), Output("sarif", "a.sarif")]
    assert outputs_of(None, ["sarif:-"]) == [Output("sarif", "-")]
    assert outputs_of(None, ["sarif:/dev/stdout"]) == [Output("sarif", "-")]
    assert outputs_of("full", ["json:C:\\a.json"]) == [Output("full", "-"), Output("json", "C:\\a.json")]


def test_several_reports_at_once(folder: Path) -> None:
    """Each file holds what standard output would."""
    files = [f"--output={name}:report.{name}" for name in FORMATS]
    done = check(folder, "--output-format", "full", *files)
    assert (done.code, done.err) == (1, "")
    assert done.out == check(folder, "--output-format", "full").out
    for name in FORMATS:
        written = (folder / f"report.{name}").read_text()
        assert written == check(folder, "--output-format", name).out, name
        assert "CEL201" in written
    assert names(folder) == sorted(["jobs.py", *(f"report.{name}" for name in FORMATS)]), "nothing is left beside them"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--output", "serif:a"], "--output: unknown format 'serif'; did you mean 'sarif'?"),
        (["--output", "a.sarif"], "--output: unknown format 'a.sarif'"),
        (["--output", "sarif"], "--output: 'sarif' names no file; write sarif:FILE, or sarif:- for standard output"),
        (["--output", "sarif:"], "--output: 'sarif:' names no file; write sarif:FILE, or sarif:- for standard output"),
        (["--output", "sarif:a/"], "--output: 'sarif:a/' names no file; write sarif:FILE"),
        (["--output", "sarif:a", "--output", "json:./x/../a"], "two reports cannot both go to ./x/../a"),
        (["--output", "sarif:a", "--output", "json:link"], "two reports cannot both go to link"),
        (["--output", "sarif:-", "--output-format", "json"], "two reports cannot both go to standard output"),
        (["--output", "sarif:-", "--output", "json:/dev/stdout"], "two reports cannot both go to standard output"),
    ],
)
def test_what_cannot_be_meant_is_refused(arguments: list[str], message: str, folder: Path) -> None:
    """Before anything is written."""
    (folder / "link").symlink_to("a")
    before = names(folder)
    done = check(folder, *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"celerylint: {message}")
    assert done.err.count("\n") == 1
    assert names(folder) == before


# --- files


def test_missing_folders_are_made(folder: Path) -> None:
    assert check(folder, "--output", "json:reports/today/celery.json").code == 1
    assert json.loads((folder / "reports/today/celery.json").read_text())[0]["code"] == "CEL201"


@pytest.mark.parametrize(
    ("path", "cause"),
    [
        ("folder", "Is a directory"),
        ("jobs.py/report.json", "Not a directory"),
        ("x" * 300, "File name too long"),
        ("/proc/report.json", "No such file or directory"),
    ],
)
def test_a_file_that_cannot_be_written_takes_nothing_from_the_others(path: str, cause: str, folder: Path) -> None:
    (folder / "folder").mkdir()
    done = check(folder, "--output", "jsonl:first.jsonl", "--output", f"json:{path}", "--output", "sarif:last.sarif")
    assert done.code == 2
    assert done.err == f"celerylint: {path}: {cause}\n"
    assert done.out.startswith(TEXT)
    assert json.loads((folder / "first.jsonl").read_text())["code"] == "CEL201"
    assert json.loads((folder / "last.sarif").read_text())["version"] == "2.1.0"
    assert check(folder, "--exit-zero", "--output", f"json:{path}").code == 2


def test_standard_output_that_takes_nothing_takes_nothing_from_the_files(folder: Path) -> None:
    command = [sys.executable, "-m", "celerylint", "check", "--no-cache", "--output", "json:report.json"]
    done = run(["bash", "-c", f"{shlex.join(command)} >/dev/full"], folder)
    assert done.code == 2
    assert done.err.endswith("celerylint: standard output: No space left on device\n")
    assert json.loads((folder / "report.json").read_text())[0]["code"] == "CEL201"


def test_a_file_is_whole_or_as_it_was(folder: Path) -> None:
    """Here the disk is full after a kilobyte."""
    (folder / "report.sarif").write_text("of yesterday")
    command = [sys.executable, "-B", "-m", "celerylint", "check", "--quiet", "--no-cache", "--output"]
    limited = f"unset ${{!COVERAGE_@}}; ulimit -f 1; {shlex.join([*command, 'sarif:report.sarif'])}"
    done = run(["bash", "-c", limited], folder)
    assert done.code == 2
    assert done.err == "celerylint: report.sarif: File too large\n"
    assert done.out.startswith(TEXT)
    assert (folder / "report.sarif").read_text() == "of yesterday"
    assert names(folder) == ["jobs.py", "report.sarif"]


def test_mode_and_links_stay(folder: Path) -> None:
    target = folder / "target.json"
    target.write_text("old")
    target.chmod(0o640)
    (folder / "link.json").symlink_to("target.json")
    check(folder, "--output", "json:link.json", "--output", "jsonl:new.jsonl")
    assert (folder / "link.json").is_symlink()
    assert "CEL201" in target.read_text()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE((folder / "new.jsonl").stat().st_mode) == 0o666 & ~umask


def test_a_link_that_leads_nowhere_yet_is_followed(folder: Path) -> None:
    (folder / "link.json").symlink_to("made/target.json")
    assert check(folder, "--output", "json:link.json").code == 1
    assert (folder / "link.json").is_symlink()
    assert "CEL201" in (folder / "made/target.json").read_text()


def test_devices_and_pipes_are_written_to_and_not_replaced(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    found: list[str] = []
    reader = threading.Thread(target=lambda: found.append((folder / "pipe").read_text()))
    reader.start()
    assert check(folder, "--output", "json:pipe", "--output", "text:/dev/null").code == 1
    reader.join(10)
    assert json.loads(found[0])[0]["code"] == "CEL201"
    assert stat.S_ISFIFO((folder / "pipe").stat().st_mode)
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)
    done = check(folder, "--output", "json:/dev/stderr")
    assert json.loads(done.err)[0]["code"] == "CEL201"


# --- with other options


def test_standard_input_has_all_reports(folder: Path) -> None:
    """Its text is that of no file."""
    (folder / "jobs.py").unlink()
    for name in FORMATS:
        done = check(folder, "--stdin-filename", "app/jobs.py", "-", "--output-format", name, text=UNBOUND)
        assert (done.code, done.err) == (1, ""), name
        assert "CEL201" in done.out
        assert ("    self.retry(countdown=order_id)\n" in done.out) == (name == "full")
        assert ("bind=True)" in done.out) == (name in ("json", "jsonl", "sarif", "rdjson")), f"{name}: its fix"


def test_the_diff_takes_the_place_of_what_goes_to_standard_output(folder: Path) -> None:
    done = check(folder, "--diff", "--unsafe-fixes", "--output-format", "full", "--output", "jsonl:report.jsonl")
    assert done.code == 1
    assert done.out.startswith("--- jobs.py\n+++ jobs.py\n")
    assert "CEL201" not in done.out
    assert json.loads((folder / "report.jsonl").read_text())["code"] == "CEL201"


def test_after_fixes_the_report_is_of_what_is_left(folder: Path) -> None:
    (folder / "jobs.py").write_text(UNBOUND + "\n\n@shared_task(rate_limit='5/x')\ndef other():\n    pass\n")
    done = check(folder, "--fix", "--unsafe-fixes", "--output-format", "full", "--output", "sarif:report.sarif")
    assert done.code == 1
    assert "CEL201" not in done.out
    assert "9 | @shared_task(rate_limit='5/x')\n" in done.out
    (result,) = json.loads((folder / "report.sarif").read_text())["runs"][0]["results"]
    assert result["ruleId"] == "CEL707"


def test_a_name_that_is_no_text_is_written_somehow(folder: Path) -> None:
    """A byte of a file name that is no UTF-8."""
    odd = os.fsencode(folder) + b"/odd\xff.py"
    Path(os.fsdecode(odd)).write_text(UNBOUND)
    for name in FORMATS:
        done = check(folder, "--output", f"{name}:report")
        assert (done.code, done.err) == (1, ""), name
        written = (folder / "report").read_bytes().decode("utf-8")
        assert {"sarif": "odd%FF.py"}.get(name, "\\udcff" if name != "github" else "odd\\udcff.py") in written, name


@pytest.mark.parametrize("coding", ["latin-1", "cp1252", "ascii"])
def test_programs_get_utf_8_whatever_the_terminal_takes(coding: str, folder: Path) -> None:
    (folder / "jobs.py").write_text(UNBOUND.replace("send", "größe"))
    for name in set(FORMATS) - {"text", "full"}:
        command = [sys.executable, "-m", "celerylint", "check", "--quiet", "--no-cache", "--output-format", name]
        done = run(command, folder, more={"PYTHONIOENCODING": coding})
        assert done.code == 1, name
        assert ("größe" if name in ("github", "junit", "checkstyle") else "gr\\u00f6\\u00dfe") in done.out, name
