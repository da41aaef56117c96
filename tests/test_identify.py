"""Which finding is which: identities that outlive edits elsewhere, and the lines that a finding is about."""

from __future__ import annotations

import pytest

from celerylint.core.rule import Finding, Severity
from celerylint.core.span import Span
from celerylint.linter.identify import results
from celerylint.linter.result import Result, Suppression
from celerylint.syntax.source import parse


def found(text: str, *marks: str) -> list[Result]:
    """The results for findings, each at a text that the file holds once."""
    findings = []
    for mark in marks:
        before, _, _ = text.partition(mark)
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n") - 1
        end, last = line + mark.count("\n"), mark.rpartition("\n")[2]
        span = Span(line, column, end, len(last) if end > line else column + len(mark))
        findings.append(Finding(span, "CEL201", "retry-without-bind", Severity.ERROR, "wrong"))
    return results("jobs.py", findings, [None] * len(findings), text, parse(text))


TEXT = '''\
import x

x.top( )

@app.task(
    base=1,
)
@deco(2)
def first(
    a: int = 3,
    *rest: str,
) -> None:
    """Words."""
    x.one()


class Order(
    Base,
    metaclass=M,
):
    field = x.two()

    if x:
        try:
            y
        except x.three:
            async def inner(self):
                match self:
                    case 4:
                        with y:
                            x.four(lambda:
                                5)
    else:
        def other(self): x.five()

y = z.six(
    five=5
).seven + 1
'''


@pytest.mark.parametrize(
    ("mark", "scope", "text", "lines"),
    [
        ("x.top", "", "x.top( )", (3, 3)),
        ("base=1", "first", "base=1,", (6, 6)),
        ("deco(2)", "first", "@deco(2)", (8, 8)),
        ("def first", "first", "def first(", (5, 12)),
        ("a: int = 3", "first", "a: int = 3,", (10, 10)),
        ("x.one()", "first", "x.one()", (14, 14)),
        ("class Order", "Order", "class Order(", (17, 18)),
        ("x.two()", "Order", "field = x.two()", (21, 21)),
        ("except x.three", "Order", "except x.three:", (26, 26)),
        ("async def inner", "Order.inner", "async def inner(self):", (27, 27)),
        ("x.four(lambda:\n                                5)", "Order.inner", "x.four(lambda:", (31, 32)),
        ("z.six", "", "y = z.six(", (36, 38)),
        ("five=5", "", "five=5", (37, 37)),
        ("x.five()", "Order.other", "def other(self): x.five()", (34, 34)),
    ],
)
def test_scope_text_and_lines(mark: str, scope: str, text: str, lines: tuple[int, int]) -> None:
    (result,) = found(TEXT, mark)
    assert result.identity == ("CEL201", scope, text, 0)
    assert result.lines == lines


def test_equal_findings_of_a_file_are_told_apart() -> None:
    text = "def f():\n    x(1)\n    y\n    x(1)\n\n\ndef g():\n    x(1)\n"
    tree = parse(text)
    places = [Span(line, 4, line, 8) for line in (2, 4, 8)]
    findings = [Finding(place, code, "n", Severity.ERROR, "m") for place in places for code in ("CEL201", "CEL202")]
    got = results("a.py", findings, [None] * 6, text, tree)
    assert [(each.identity.code, each.identity.scope, each.identity.occurrence) for each in got] == [
        *(("CEL201", "f", 0), ("CEL202", "f", 0)),
        *(("CEL201", "f", 1), ("CEL202", "f", 1)),
        *(("CEL201", "g", 0), ("CEL202", "g", 0)),
    ]
    elsewhere = results("b.py", findings, [None] * 6, text, tree)
    prints = {each.fingerprint for each in got + elsewhere}
    assert len(prints) == 12
    assert all(len(each) == 64 and int(each, 16) for each in prints)


def test_an_edit_elsewhere_leaves_the_fingerprint() -> None:
    (before,) = found(TEXT, "x.one()")
    (after,) = found(TEXT.replace("import x\n", "import x\n\nif x:\n    y\n").replace("x.one()", "x.one() "), "x.one()")
    assert before.fingerprint == after.fingerprint
    assert before.lines != after.lines


def test_a_path_that_is_no_text_has_a_fingerprint() -> None:
    (result,) = found(TEXT, "x.one()")
    assert result._replace(path="\udcff.py").fingerprint != result.fingerprint


def test_what_is_suppressed_or_unchanged_is_not_reported() -> None:
    (result,) = found(TEXT, "x.one()")
    assert result.is_reported
    assert result._replace(is_changed=True, baseline="new").is_reported
    assert not result._replace(is_changed=False).is_reported
    assert not result._replace(suppression=Suppression("external")).is_reported
