"""What holds for every text: never a crash, never a mutated tree, the same findings for the same code."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from celerylint.core.rule import Finding, Rule
from celerylint.core.settings import Settings
from celerylint.facts.session import Session
from celerylint.linter.catalogue import all_rules
from celerylint.linter.check import check
from celerylint.syntax.index import Index
from celerylint.syntax.scopes import Scopes
from celerylint.syntax.source import Source, SourceError, parse
from celerylint.syntax.value import fold
from tests.build import PATH, module_of
from tests.corpus import CORPUS

FOLDERS = sorted(path.name for path in CORPUS.iterdir() if any(path.glob("*.py")))
TEXTS = {folder: [path.read_text() for path in sorted((CORPUS / folder).glob("*.py"))] for folder in FOLDERS}
RULES = all_rules()
OPTIONS = Settings(profile="all")
WORDS = (
    "self session SessionLocal shared_task app crontab row order Exception rollback close delay retry task run bind "
    "super None print commit get_db engine Task Session asyncio __init__ lambda_ select get query"
).split()
QUICK = settings(
    deadline=None,
    derandomize=True,
    max_examples=80,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    database=None,
)
Mutation = Callable[[list[str], int, int], list[str]]


# --- mutated texts


def delete(lines: list[str], first: int, second: int) -> list[str]:
    return lines[:first] + lines[first + 1 :]


def duplicate(lines: list[str], first: int, second: int) -> list[str]:
    return [*lines[:second], lines[first], *lines[second:]]


def swap(lines: list[str], first: int, second: int) -> list[str]:
    lines = [*lines]
    lines[first], lines[second] = lines[second], lines[first]
    return lines


def indent(lines: list[str], first: int, second: int) -> list[str]:
    low, high = sorted((first, second))
    return lines[:low] + ["    " + line for line in lines[low : high + 1]] + lines[high + 1 :]


def dedent(lines: list[str], first: int, second: int) -> list[str]:
    low, high = sorted((first, second))
    return lines[:low] + [line.removeprefix("    ") for line in lines[low : high + 1]] + lines[high + 1 :]


def rename(lines: list[str], first: int, second: int) -> list[str]:
    names = re.findall(r"[A-Za-z_]\w*", lines[first])
    if not names:
        return lines
    word = WORDS[second % len(WORDS)]
    changed = re.sub(rf"\b{names[second % len(names)]}\b", word, lines[first])
    return [*lines[:first], changed, *lines[first + 1 :]]


def wrap(lines: list[str], first: int, second: int) -> list[str]:
    heads = [
        "if x:",
        "for row in rows:",
        "with session:",
        "class Inner:",
        "async def inner():",
        "while True:",
        "def f(self):",
    ]
    low, high = sorted((first, second))
    margin = lines[low][: len(lines[low]) - len(lines[low].lstrip())]
    inside = ["    " + line for line in lines[low : high + 1]]
    return [*lines[:low], margin + heads[(first + second) % len(heads)], *inside, *lines[high + 1 :]]


def retype(lines: list[str], first: int, second: int) -> list[str]:
    pairs = [("except Exception", "except*  Exception"), ("def ", "async def "), ("with ", "async with "),
             (" = ", " := "), ("return", "yield"), ("for ", "async for "), ("if ", "while "), (".", "?."),
             ("session", "session, other"), ("(", "(*"), ("raise", "return"), ("True", "None")]  # fmt: skip
    old, new = pairs[second % len(pairs)]
    return [*lines[:first], lines[first].replace(old, new, 1), *lines[first + 1 :]]


MUTATIONS: list[Mutation] = [delete, duplicate, swap, indent, dedent, rename, rename, wrap, retype]


@st.composite
def mutated(draw: st.DrawFn, folder: str) -> str:
    """A text of the corpus, spliced with another and changed step by step for as long as it is Python."""
    text = draw(st.sampled_from(TEXTS[folder]))
    if draw(st.booleans()):
        other = draw(st.sampled_from(TEXTS[draw(st.sampled_from(FOLDERS))])).splitlines()
        lines = text.splitlines()
        spliced = lines[: draw(st.integers(0, len(lines)))] + other[draw(st.integers(0, len(other))) :]
        text = "\n".join(spliced) + "\n" if is_python("\n".join(spliced) + "\n") else text + "\n".join(other) + "\n"
    for _ in range(draw(st.integers(1, 12))):
        lines = text.splitlines() or [""]
        place = st.integers(0, len(lines) - 1)
        changed = "\n".join(draw(st.sampled_from(MUTATIONS))(lines, draw(place), draw(place))) + "\n"
        text = changed if is_python(changed) else text
    return text


def is_python(text: str) -> bool:
    try:
        parse(text)
    except SourceError:
        return False
    return True


def findings(text: str, rules: tuple[Rule, ...] = RULES) -> list[Finding]:
    """What all rules find; no rule may fail."""
    result = check(PATH, text, parse(text), OPTIONS, rules)
    assert result.failures == []
    return result.findings


# --- the properties


@pytest.mark.parametrize("folder", FOLDERS)
def test_any_text_is_checked_and_its_tree_left_alone(folder: str) -> None:
    @QUICK
    @given(
        text=mutated(folder), blank=st.sampled_from(["\n\n", "# the end\n", "\n    # noqa\n\n", "\f\n", "# ünïcode 😀"])
    )
    def holds(text: str, blank: str) -> None:
        tree = parse(text)
        before = ast.dump(tree, include_attributes=True)
        found, failures = check(PATH, text, tree, OPTIONS, RULES)
        assert failures == []
        assert ast.dump(tree, include_attributes=True) == before
        places = [(finding.span.line, finding.span.column, finding.code) for finding in found]
        assert places == sorted(places)
        assert len({(finding.span, finding.code) for finding in found}) == len(found)
        lines = text.split("\n")
        for span in (finding.span for finding in found):
            assert (span.line, span.column) < (span.end_line, span.end_column)
            assert 1 <= span.line <= span.end_line <= len(lines)
            assert 0 <= span.column < len(lines[span.line - 1])
            assert 0 < span.end_column <= len(lines[span.end_line - 1])
        assert all(finding.message and "\n" not in finding.message for finding in found)
        assert findings(text + blank) == found

    holds()


@pytest.mark.parametrize("folder", FOLDERS[::3])
def test_a_selection_of_rules_finds_its_part_of_the_findings(folder: str) -> None:
    @QUICK
    @given(text=mutated(folder), chosen=st.lists(st.sampled_from(RULES), unique=True))
    def holds(text: str, chosen: list[Rule]) -> None:
        codes = {rule.code for rule in chosen}
        expected = [finding for finding in findings(text) if finding.code in codes]
        assert findings(text, tuple(chosen)) == expected

    holds()


NAMES = st.sampled_from(["a", "größe", "变量", "x1", "𐐷", "ñ", "long_name"])
STRINGS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\\'\"{}"), max_size=6
).map(lambda text: f"'{text}'")


def grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Larger expressions made of smaller ones, over one line or several."""
    gap = st.sampled_from([" ", "\n  ", "\t", "\n\n", "  # ü\n", "\n\f"])
    several = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(
        st.tuples(inner, gap, several).map(lambda parts: f"call({parts[0]},{parts[1]}{', '.join(parts[2])})"),
        st.tuples(inner, gap, inner).map(lambda parts: f"({parts[0]} +{parts[1]}{parts[2]})"),
        st.tuples(inner, NAMES).map(lambda parts: f"({parts[0]}).{parts[1]}"),
        st.tuples(NAMES, inner).map(lambda parts: f"call({parts[0]}={parts[1]})"),
        st.tuples(inner, inner).map(lambda parts: f"{{{parts[0]}: [{parts[1]}]}}"),
        st.tuples(inner, NAMES).map(lambda parts: f"[{parts[1]} for {parts[1]} in {parts[0]}]"),
        inner.map(lambda part: f"(lambda ü: {part})"),
    )


EXPRESSIONS = st.recursive(st.one_of(NAMES, STRINGS, st.just("''' é\n ü'''")), grown, max_leaves=8)


@settings(QUICK, max_examples=200)
@given(
    st.lists(st.tuples(NAMES, EXPRESSIONS, st.sampled_from(["\n", "; ", "  # é\n", "\n\f\n"])), min_size=1, max_size=4)
)
def test_the_excerpt_of_a_span_is_the_source_of_its_node(program: list[tuple[str, str, str]]) -> None:
    text = "".join(f"{name} = {expression}{end}" for name, expression, end in program)
    source = Source(PATH, text, parse(text))
    for node in ast.walk(source.tree):
        if isinstance(node, (ast.expr, ast.stmt, ast.arg, ast.keyword)):
            assert source.excerpt(source.span(node)) == ast.get_source_segment(text, node)


ASSIGNMENTS = st.lists(
    st.tuples(
        st.integers(0, 7),
        st.sampled_from(
            [
                "{0} = {1}",
                "{0} = {1}.a",
                "{0} = {1}({2})",
                "{0} = {1} if {2} else {1}",
                "{0} = {1} or {2}",
                "{0}, {1} = {2}, {1}",
                "{0} = next({1})",
                "def {0}(): return {1}()",
                "def {0}({1}: {2}): return {1}",
                "def {0}(): yield {1}({2})",
                "class {0}({1}): {2} = {1}",
                "class {0}({1}.{2}): ...",
                "class {0}:\n    def {1}(self): return self.{2}({0})",
                "with {1}({2}) as {0}: {1}",
                "from {1} import {2} as {0}",
                "{0}: '{1}' = None",
                "{0}: '{1} | None'",
                "({0} := {1})",
            ]
        ),
        st.integers(0, 7),
        st.integers(0, 7),
    ),
    min_size=1,
    max_size=24,
)


class Counting(Scopes):
    """Scopes that count how often they are asked."""

    asked = 0

    def qualified(self, node: ast.AST) -> str | None:
        self.asked += 1
        return super().qualified(node)


def meanings(tree: ast.Module) -> tuple[list[str | None], int]:
    """The meaning of every expression of a tree, and how often the resolver was asked for it."""
    scopes = Counting(Index(tree))
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.expr)]
    names = [scopes.qualified(node) for node in nodes]
    for node in nodes:
        scopes.assigned(node)
        scopes.definition(node)
        fold(node, scopes)
    return names, scopes.asked


@settings(QUICK, max_examples=300)
@given(ASSIGNMENTS)
def test_names_that_depend_on_each_other_are_resolved_the_same_way_twice(
    program: list[tuple[int, str, int, int]],
) -> None:
    text = "\n".join(form.format(*(f"n{number}" for number in (zero, one, two))) for zero, form, one, two in program)
    first, asked = meanings(parse(text))
    assert meanings(parse(text)) == (first, asked)
    assert asked < 200 * len(first) + 2000


@pytest.mark.parametrize(
    "form",
    [
        "n{0} = n{1}",
        "n{0} = n{1}.a",
        "n{0} = n{1}(n{1})",
        "n{0} = n{1}(n{1}(n{1}))",
        "n{0} = n{1} or n{1}",
        "def n{0}(): return n{1}() or n{1}()",
        "def n{0}():\n    if x: return n{1}()\n    return n{1}()",
        "class n{0}(n{1}, n{1}): ...",
        "class n{0}(n{1}.a, n{1}.b): ...",
        "n{0} = n{1}\nn{0} = n{1}",
        "n0 = n0.a(n0)",
    ],
)
def test_long_chains_of_names_cost_in_proportion(form: str) -> None:
    def asked(size: int) -> int:
        return meanings(parse("\n".join(form.format(number, number - 1) for number in range(1, size + 1))))[1]

    small, large = asked(6), asked(12)
    assert large < 8 * small + 200


def test_a_long_function_is_watched_in_proportion_to_its_length() -> None:
    """A session in a function of many blocks."""
    body = "".join(
        f"    try: session.execute({number})\n    except E: log()\n    finally: log()\n" for number in range(300)
    )
    text = (
        "from celery import shared_task\nfrom app.db import SessionLocal\n@shared_task\ndef job():\n"
        f"    session = SessionLocal()\n{body}"
    )
    (session,) = module_of(text).all(Session)
    assert session.leaks
