"""What leaves us: text and JSON."""

from __future__ import annotations

import json

from celerylint.core.rule import Finding, Severity
from celerylint.core.span import Span
from celerylint.reporting import json as as_json
from celerylint.reporting import text as as_text

FINDING = Finding(Span(3, 4, 5, 0), "CEL101", "async-task", Severity.ERROR, '`größe` "quoted"; write `x`')
OTHER = FINDING._replace(span=Span(1, 0, 1, 7), code="CEL202", severity=Severity.NOTE, message="100 % {braces}")


def test_text_is_one_line_a_finding() -> None:
    report = as_text.render([("app/a.py", FINDING), ("app/b b.py", OTHER)])
    assert report == ('app/a.py:3:5: CEL101 `größe` "quoted"; write `x`\napp/b b.py:1:1: CEL202 100 % {braces}\n')
    assert as_text.render([]) == ""


def test_control_characters_cannot_fake_lines() -> None:
    report = as_text.render([("a\nb\x1b[2Jc\x7f\t.py", FINDING)])
    assert report.count("\n") == 1
    assert report.startswith("a\\x0ab\\x1b[2Jc\\x7f\\x09.py:3:5: ")


def test_colour_adds_nothing_but_escapes() -> None:
    import re

    plain = as_text.render([("a.py", FINDING), ("b.py", OTHER)])
    coloured = as_text.render([("a.py", FINDING), ("b.py", OTHER)], colour=True)
    assert coloured != plain
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain
    assert "\x1b[31;1mCEL101\x1b[0m" in coloured
    assert "\x1b[36;1mCEL202\x1b[0m" in coloured


def test_json_is_one_array_of_objects() -> None:
    report = as_json.render([("app/a.py", FINDING)])
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
    assert json.loads(as_json.render([])) == []
