"""What leaves us for people and for programs of one's own: text, full, JSON, JSON lines."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from celerylint.core.rule import Finding, Fix, Severity
from celerylint.core.span import Span
from celerylint.linter.catalogue import all_rules, documentation, own_entries
from celerylint.linter.result import Identity, Result, Suppression
from celerylint.linter.runs import Report
from celerylint.reporting import full, jsonl
from celerylint.reporting import json as as_json
from celerylint.reporting import text as as_text

FINDING = Finding(Span(3, 4, 5, 0), "CEL101", "async-task", Severity.ERROR, '`größe` "quoted"; write `x`')
OTHER = FINDING._replace(span=Span(1, 0, 1, 7), code="CEL202", severity=Severity.NOTE, message="100 % {braces}")


def result_of(path: str, finding: Finding, *, scope: str = "", occurrence: int = 0) -> Result:
    """A result with the identity that a run would give it, more or less."""
    identity = Identity(finding.code, scope, f"line {finding.span.line}", occurrence)
    return Result(path, finding, identity, (finding.span.line, finding.span.end_line))


def report_of(path: str, *findings: Finding, errors: tuple[str, ...] = (), text: str | None = None) -> Report:
    """The report of one file."""
    results = [result_of(path, finding) for finding in findings]
    return Report(path, results, list(errors), data=None if text is None else text.encode())


def test_text_is_one_line_a_finding() -> None:
    report = as_text.render([report_of("app/a.py", FINDING), report_of("app/b b.py", OTHER)])
    assert report == ('app/a.py:3:5: CEL101 `größe` "quoted"; write `x`\napp/b b.py:1:1: CEL202 100 % {braces}\n')
    assert as_text.render([]) == ""


def test_control_characters_cannot_fake_lines() -> None:
    report = as_text.render([report_of("a\nb\x1b[2Jc\x7f\t.py", FINDING)])
    assert report.count("\n") == 1
    assert report.startswith("a\\x0ab\\x1b[2Jc\\x7f\\x09.py:3:5: ")


def test_what_is_left_alone_is_not_shown() -> None:
    """By the formats that have no word for it."""
    report = report_of("a.py", FINDING, OTHER, text="x = 1\n" * 9)
    noqa = report.results[0]._replace(suppression=Suppression("inSource"))
    old = report.results[1]._replace(is_changed=False)
    for results, codes in (([noqa, old], []), ([noqa, report.results[1]], ["CEL202"])):
        reports = [report._replace(results=results)]
        assert re.findall(r"CEL\d+", as_text.render(reports)) == codes
        assert re.findall(r"^a\.py:\S+ (CEL\d+)", full.render(reports), re.MULTILINE) == codes
        assert [each["code"] for each in json.loads(as_json.render(reports, {}))] == codes
        assert jsonl.render(reports, {}).count("\n") == len(codes)


@pytest.mark.parametrize("module", [as_text, full])
def test_colour_adds_nothing_but_escapes(module: object) -> None:
    text = "first = 1\n\nthird = '\t漢字'\n\n\n"
    reports = [report_of("a.py", FINDING, text=text), report_of("b.py", OTHER, text=text)]
    plain, coloured = (module.render(reports, colour=colour) for colour in (False, True))  # type: ignore[attr-defined]
    assert coloured != plain
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain
    assert "\x1b[31;1mCEL101\x1b[0m" in coloured
    assert "\x1b[36;1mCEL202\x1b[0m" in coloured


# --- full


def shown(line: str, start: int, end: int, **changes: object) -> list[str]:
    """What `full` shows of one line with a finding in it: the line, and the marks below it."""
    finding = FINDING._replace(span=Span(1, start, 1, end), **changes)  # type: ignore[arg-type]
    lines = full.render([report_of("a.py", finding, text=f"{line}\n")]).split("\n")
    return [each.removeprefix("1 | ").removeprefix("  | ") for each in lines[2:4]]


def test_full_is_the_excerpt_the_reasons_and_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.py").write_text("import x\n\n\n@app.task\ndef sync():\n    x.run(1)\n\n\nx.y()\n")
    monkeypatch.chdir(tmp_path)
    finding = Finding(Span(6, 4, 6, 9), "CEL201", "retry-without-bind", Severity.ERROR, "what; how", None, Fix.UNSAFE)
    later = finding._replace(span=Span(9, 0, 9, 3), fix=Fix.NONE)
    head, *rest = full.render([report_of("a.py", finding, later)]).split("\n")
    assert head == "a.py:6:5: CEL201 what; how"
    assert rest[:7] == ["  |", "4 | @app.task", "5 | def sync():", "6 |     x.run(1)", "  |     ^^^^^", "  |", rest[6]]
    rule = next(rule for rule in all_rules() if rule.code == "CEL201")
    _, why, how = documentation(rule).split("\n\n")
    text = " ".join(" ".join(rest).split())
    assert f" why: {' '.join(why.split())} how: {' '.join(how.split())} fix: celerylint check --fix" in text
    assert text.count("see: https://celerylint.readthedocs.io/en/latest/rules/retry-without-bind/") == 2
    assert text.count(" why: ") == text.count(" fix: ") == 1, "told once; the second has no fix"
    assert "\n9 | x.y()\n  | ^^^\n  |\n" in "\n".join(rest)


def test_each_rule_has_a_reason_and_a_remedy() -> None:
    """Which `full` and SARIF tell apart by the empty lines of its docstring."""
    every = [documentation(rule) for rule in (*all_rules(), *(entry.rule for entry in own_entries()))]
    assert [text for text in every if text.count("\n\n") < 2] == []


def test_the_marks_stand_under_the_place() -> None:
    assert shown("value = call(1)", 8, 12) == ["value = call(1)", "        ^^^^"]
    assert shown("\tcall(1)", 1, 5) == ["    call(1)", "    ^^^^"], "a tab is four columns"
    assert shown("s = '漢字'; call()", 10, 14) == ["s = '漢字'; call()", "            ^^^^"], "wide ones are two"
    assert shown("s = 'e\u0301'; call()", 10, 14) == ["s = 'e\u0301'; call()", "         ^^^^"], (
        "combined ones are none"
    )
    assert shown("'\x1b[2J'; call()", 7, 11) == ["'\\x1b[2J'; call()", "          ^^^^"], "and no terminal is steered"
    assert shown("call()", 6, 6) == ["call()", "      ^"], "an empty place is shown too"


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "x" * 500 + "call()" + "y" * 500
    text, marks = shown(line, 500, 504)
    assert len(text) < 170
    assert text.startswith("…x")
    assert text.endswith("y…")
    assert text[marks.index("^") :].startswith("call()")
    assert marks.count("^") == 4


def test_of_a_long_place_the_beginning_is_shown() -> None:
    text = "".join(f"line{number}(\n" for number in range(1, 30))
    finding = FINDING._replace(span=Span(3, 0, 20, 3))
    lines = full.render([report_of("a.py", finding, text=text)]).split("\n")
    assert lines[1:15] == [
        "  |",
        "1 | line1(",
        "2 | line2(",
        *(each for number in range(3, 8) for each in (f"{number} | line{number}(", "  | ^^^^^^")),
        "… |",
    ]


def test_a_file_that_is_gone_or_shorter_by_now_has_no_excerpt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for text in (None, "x\n"):
        lines = full.render([report_of("gone.py", FINDING, text=text)]).split("\n")
        assert lines[0].startswith("gone.py:3:5: CEL101 ")
        assert lines[1].startswith("  why: ")


# --- for programs


def test_json_is_one_array_of_objects() -> None:
    report = as_json.render([report_of("app/a.py", FINDING)], {})
    assert report.endswith("]\n")
    assert json.loads(report) == [
        {
            "code": "CEL101",
            "name": "async-task",
            "message": '`größe` "quoted"; write `x`',
            "severity": "error",
            "path": "app/a.py",
            "line": 3,
            "column": 5,
            "end_line": 5,
            "end_column": 1,
            "fix": None,
            "url": "https://celerylint.readthedocs.io/en/latest/rules/async-task/",
        }
    ]


def test_json_without_findings_is_an_empty_array() -> None:
    assert json.loads(as_json.render([], {})) == []


def test_json_lines_are_the_objects_of_the_array() -> None:
    reports = [report_of("app/a.py", FINDING, OTHER), report_of("b\n.py", OTHER)]
    edits = {("app/a.py", OTHER.span, "CEL202"): [(Span(1, 0, 1, 0), "raise\n")]}
    lines = jsonl.render(reports, edits).splitlines()
    assert list(map(json.loads, lines)) == json.loads(as_json.render(reports, edits))
    assert jsonl.render([], {}) == ""
