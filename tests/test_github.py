"""Workflow commands of GitHub Actions: written as GitHub's own library writes them, worst first; and the summary."""

from __future__ import annotations

import json
import re
import shutil
import tarfile
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from celerylint.core.rule import Severity
from celerylint.core.span import Span
from celerylint.linter.runs import Report
from celerylint.reporting import github
from celerylint.reporting.report import plain
from tests.processes import run, run_module
from tests.report_cases import ODD, PLAIN, check, lay_out, reports
from tests.test_reporting import FINDING, report_of

ACTIONS_CORE = "@actions/core@3.0.1"
_COMMAND = re.compile(r"::(\w+) ([^:]*)::(.*)")


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    """A command as the runner reads it: what stands before the second `::` are properties, divided by commas."""
    match = _COMMAND.fullmatch(line)
    assert match, line
    pairs = (pair.split("=", 1) for pair in match[2].split(","))
    return match[1], {key: read(value, ":,") for key, value in pairs}, read(match[3], "")


def read(text: str, more: str) -> str:
    for character in f"\r\n{more}%":
        text = text.replace(f"%{ord(character):02X}", character)
    return text


def commands(report: str) -> list[tuple[str, dict[str, str], str]]:
    return [parsed(line) for line in report.split("\n")[:-1] if not line.startswith("celerylint: ")]


# --- commands


@settings(deadline=None)
@given(reports())
def test_whatever_is_found_each_line_is_a_command(found: list[Report]) -> None:
    text = github.render(found)
    text.encode("utf-8")
    kinds = [kind for kind, _, _ in commands(text)]
    counted = [result for report in found for result in report.results if result.is_reported]
    assert len(kinds) == len(counted) + sum(len(report.errors) for report in found)
    assert set(kinds) <= {"error", "warning", "notice"}
    for _, properties, _ in commands(text):
        assert set(properties) <= {"title", "file", "line", "endLine", "col", "endColumn"}


@pytest.fixture(scope="session")
def actions_core(shared_root: Path) -> Path:
    """The module of GitHub's own library that writes commands."""
    if not shutil.which("npm"):
        pytest.skip("there is no npm")
    folder = shared_root / "actions-core"
    with FileLock(shared_root / "actions-core.lock"):
        if not folder.exists():
            packed = shared_root / "packed"
            packed.mkdir(exist_ok=True)
            done = run(["npm", "pack", "--silent", ACTIONS_CORE, "--pack-destination", packed], shared_root)
            if done.code:
                pytest.skip(f"{ACTIONS_CORE} cannot be had: {done.err.strip()[:200]}")
            with tarfile.open(packed / done.out.split()[-1]) as archive:
                archive.extractall(folder, filter="data")
    return folder / "package" / "lib" / "command.js"


@settings(deadline=None)
@given(texts=st.lists(st.tuples(st.text(), st.text(min_size=1)), min_size=30, max_size=30))
def collected(texts: list[tuple[str, str]]) -> None:
    SAMPLES.extend(texts)


SAMPLES: list[tuple[str, str]] = [
    ("100 %, a:b\r\nnext", "a,b:c%2C\n.py"),
    ("::error::fake", "::warning file=x::"),
    ("%0A %25", "%"),
    ("größe 🐇 \x1b[2J", "ü 漢/🐇.py"),
]


def test_commands_are_those_of_githubs_own_library(actions_core: Path, tmp_path: Path) -> None:
    collected()
    samples = [(message, value) for message, value in SAMPLES if _is_whole(message + value)][:1000]
    assert len(samples) > 200
    (tmp_path / "samples.json").write_text(json.dumps(samples))
    program = (
        f"import {{ issueCommand }} from {json.dumps(str(actions_core))};\n"
        "import { readFileSync } from 'fs';\n"
        "for (const [message, value] of JSON.parse(readFileSync('samples.json')))\n"
        "    issueCommand('warning', { title: value, file: value, line: 3, col: '' }, message);\n"
    )
    (tmp_path / "program.mjs").write_text(program)
    done = run(["node", "program.mjs"], tmp_path)
    assert done.code == 0, done
    ours = [
        github.command("warning", {"title": value, "file": value, "line": 3, "col": ""}, message)
        for message, value in samples
    ]
    assert done.out.split("\n")[:-1] == ours


def _is_whole(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def test_a_command_names_file_place_and_rule(tmp_path: Path) -> None:
    """The file as the repository knows it; the place in the text too, since the log shows nothing else."""
    done = check(lay_out(tmp_path), "--output-format", "github", "--select", "CEL201,CEL401,CEL202", ".")
    assert done.code == 2
    found = commands(done.out)
    assert [(kind, properties["file"]) for kind, properties, _ in found] == [
        ("error", "backend/broken.py"),
        ("error", ODD),
        ("error", PLAIN),
        *[("warning", ODD)] * 3,
        *[("warning", PLAIN)] * 3,
    ]
    assert found[0][1:] == (
        {"title": "celerylint", "file": "backend/broken.py", "line": "2", "col": "12"},
        "broken.py:2:12: syntax error: invalid syntax",
    )
    _, properties, message = found[2]
    assert properties == {
        "title": "CEL201 retry-without-bind",
        "file": PLAIN,
        "line": "8",
        "endLine": "8",
        "col": "18",
        "endColumn": "28",
    }
    assert message.startswith("plain.py:8:18: CEL201 `self.retry` in `charge`, which is not bound")
    several = next(properties for _, properties, _ in found if properties.get("line") != properties.get("endLine", "2"))
    assert set(several) == {"title", "file", "line", "endLine"}, "columns are refused for several lines"


def test_the_worst_come_first_and_changed_lines_before_others() -> None:
    report = report_of("a.py", *(FINDING._replace(span=Span(number, 0, number, 1)) for number in range(1, 7)))
    severities = (Severity.NOTE, Severity.WARNING, Severity.ERROR) * 2
    results = [
        result._replace(finding=result.finding._replace(severity=severity), is_changed=changed)
        for result, severity, changed in zip(report.results, severities, (None,) * 3 + (True,) * 3, strict=True)
    ]
    found = commands(github.render([report._replace(results=results)]))
    kinds = [(kind, properties["line"]) for kind, properties, _ in found]
    expected = [("error", "6"), ("error", "3"), ("warning", "5"), ("warning", "2"), ("notice", "4"), ("notice", "1")]
    assert kinds == expected


def test_what_github_will_not_show_is_counted() -> None:
    findings = [FINDING._replace(span=Span(number, 0, number, 1)) for number in range(1, 24)]
    notes = [each._replace(severity=Severity.NOTE) for each in findings[:11]]
    ten = [each._replace(severity=Severity.WARNING) for each in findings[:10]]
    text = github.render([report_of("a.py", *findings), report_of("b.py", *notes), report_of("c.py", *ten)])
    assert len(commands(text)) == 23 + 11 + 10, "all of them are in the log"
    assert text.endswith(
        "\ncelerylint: not among the annotations, of which GitHub shows 10 a kind: 13 errors, 1 notice\n"
    )
    assert "not among" not in github.render([report_of("c.py", *ten)])


# --- the summary of a step


def test_the_summary_is_a_table_with_links(tmp_path: Path) -> None:
    folder = lay_out(tmp_path / "repository")
    place = tmp_path / "summary.md"
    place.write_text("# Before\n")
    more = {"SERVER_URL": "https://github.com", "REPOSITORY": "shop/backend", "SHA": "0123abc"}
    environment = {f"GITHUB_{name}": value for name, value in more.items()} | {"GITHUB_STEP_SUMMARY": str(place)}
    command = ["celerylint", "check", "--no-cache", "--select", "CEL201,CEL202,CEL707", "--output-format", "github"]
    done = run_module(command[0], *command[1:], cwd=folder, more=environment)
    assert done.code == 2
    lines = place.read_text().split("\n")
    assert lines[:4] == ["# Before", "## celerylint: 4 errors", "", "- broken.py: syntax error: invalid syntax"]
    assert lines[5:7] == ["| | rule | place | finding |", "|---|---|---|---|"]
    address = "https://github.com/shop/backend/blob/0123abc/backend/plain.py#L8"
    page = "https://celerylint.readthedocs.io/en/latest/rules/retry-without-bind/"
    assert [
        line for line in lines if line.startswith(f"| error | [CEL201]({page}) | [backend/plain.py:8]({address}) |")
    ]
    rows = [line for line in lines[7:] if line]
    assert len(rows) == 4
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {5}, "a row has four cells, whatever the text says"


def test_without_a_summary_file_nothing_is_written(tmp_path: Path) -> None:
    folder = lay_out(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    check(folder, "--output-format", "github")
    assert sorted(tmp_path.rglob("*")) == before


def test_a_summary_that_cannot_be_written_changes_no_exit_code(tmp_path: Path) -> None:
    """It was not asked for; a container may not have the folder that the variable names."""
    (tmp_path / "clean.py").write_text("from celery import shared_task\n")
    gone = str(tmp_path / "gone" / "summary.md")
    arguments = ["check", "--quiet", "--output-format", "github"]
    done = run_module("celerylint", *arguments, cwd=tmp_path, more={"GITHUB_STEP_SUMMARY": gone})
    assert done == (0, "", f"celerylint: the summary of the step: {gone}: No such file or directory\n")


def test_the_summary_has_the_room_that_is_left() -> None:
    finding = FINDING._replace(message="größe `|` " * 20)
    report = report_of("a.py", *(finding._replace(span=Span(number, 0, number, 1)) for number in range(1, 400)))
    whole = github.summary([report], "", github.SUMMARY_LIMIT)
    assert whole.count("\n| error |") == 399
    for room in (60_000, 5_000, 300):
        text = github.summary([report], "", room)
        assert len(text.encode()) <= room
        rows = text.count("\n| error |")
        assert f"… and {399 - rows} more lines" in text
    assert len(github.summary([report], "", 30).encode()) <= 30


@settings(deadline=None)
@given(reports())
def test_the_summary_is_a_text_whatever_is_found(found: list[Report]) -> None:
    text = github.summary(found, "https://example.org/x", 10_000)
    assert len(text.encode("utf-8")) <= 10_000
    rows = [line for line in text.split("\n") if line.startswith(("| error", "| warning", "| note"))]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} <= {5}


_MARKUP = st.text(alphabet="ab `|\\*_<>[]()~#&;!@:-+.=1/\"'\n\t🐇", min_size=1, max_size=16)


@settings(deadline=None, max_examples=400)
@example("<b> [x](y) *z* `a|*b*` | @team #1 \x1b ~~")
@given(_MARKUP)
def test_markup_in_a_message_is_text(message: str) -> None:
    """Read by a parser of GitHub's Markdown: four cells, and in the last one the message."""
    text = github.summary([report_of("a_b*c.py", FINDING._replace(message=message))], "", 10_000)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    cells = [tokens[number + 1] for number, token in enumerate(tokens) if token.type == "td_open"]
    texts = ["".join(child.content for child in cell.children or []) for cell in cells]
    assert texts[:3] == ["error", "CEL101", "a_b*c.py:3"]
    assert {child.type for child in cells[3].children or []} <= {"text", "code_inline"}
    assert bare(texts[3]) == bare(plain(message))


def bare(text: str) -> str:
    """A text without what says that a part of it is code, and without the blanks that this folds."""
    return text.replace("`", "").replace(" ", "")
