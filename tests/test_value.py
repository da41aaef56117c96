"""Constants folded, and left alone where the file cannot tell."""

from __future__ import annotations

import ast

import pytest

from celerylint.syntax.index import Index
from celerylint.syntax.scopes import Scopes
from celerylint.syntax.value import UNKNOWN, entries, fold, text_of
from tests.build import module_of


def folded(text: str) -> object:
    """The value of the last statement of a text, an expression."""
    module = module_of(text)
    last = module.source.tree.body[-1]
    assert isinstance(last, ast.Expr)
    return fold(last.value, module.scopes)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", 1),
        ("'a' 'b'", "ab"),
        ("None", None),
        ("-3", -3),
        ("+3.5", 3.5),
        ("60 * 60", 3600),
        ("7 / 2", 3.5),
        ("7 // 2 % 2 - 1 + 4", 4),
        ("'a' + 'b'", "ab"),
        ("(1, [2, {3}])", (1, (2, (3,)))),
        ("HOUR = 60 * 60\nLIMIT = 2 * HOUR\nLIMIT", 7200),
        ("A = None\nA = 5\nA", 5),
        ("A, B = 1, 2\nB", 2),
        ("(a := 4) and None\na", 4),
    ],
)
def test_constants_fold(text: str, value: object) -> None:
    assert folded(text) == value
    assert type(folded(text)) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "f(1)",
        "1 / 0",
        "1 % 0",
        "2 ** 3",
        "'a' * 3",
        "'a' % 3",
        "not 1",
        "-'a'",
        "~1",
        "1 if a else 2",
        "f'{a}'",
        "10 ** 99",
        "99999 * 99999",
        "1e300 * 1e300",
        "A = 1\nA = 2\nA",
        "A = 1\nA += 1\nA",
        "A = 1\nif x: A = 2\nA",
        "A = A\nA",
        "A = B\nB = A\nA",
        "A = -A\nA",
        "import A\nA",
        "for A in (1, 2): pass\nA",
        "A = 1\ndel A\nA = f()\nA",
        "A = 1\ndef f():\n    global A\n    A = 2\nA",
        "x[0]",
        "timedelta(minutes=1)",
        "[a for a in b]",
    ],
)
def test_what_cannot_be_told_is_unknown(text: str) -> None:
    assert folded(text) is UNKNOWN


def test_a_part_of_a_display_may_be_unknown() -> None:
    assert folded("(1, a)") == (1, UNKNOWN)


def test_the_unknown_is_false_and_equal_to_nothing_else() -> None:
    assert not UNKNOWN
    others: list[object] = [0, "", False, None]
    assert UNKNOWN not in others
    assert repr(UNKNOWN) == "UNKNOWN"


def test_text_is_text_only() -> None:
    module = module_of("A = 'mail' + '.send'\nB = 1\n")
    values = [node.value for node in module.index.all(ast.Assign)]
    assert [text_of(value, module.scopes) for value in values] == ["mail.send", None]
    assert text_of(None, module.scopes) is None


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("{'a': 1, **b, c: 2}", ["a", UNKNOWN]),
        ("dict(a=1, **b)", ["a"]),
        ("A = {'a': 1}\nA", ["a"]),
        ("A = {'a': 1}\nA = {'b': 1}\nA", None),
        ("def dict(**a): ...\ndict(a=1)", None),
        ("f(a=1)", None),
        ("{1, 2}", None),
    ],
)
def test_the_entries_of_a_dict_are_seen(text: str, keys: list[object] | None) -> None:
    module = module_of(text)
    last = module.source.tree.body[-1]
    assert isinstance(last, ast.Expr)
    found = entries(last.value, module.scopes)
    assert (None if found is None else [key for key, _ in found]) == keys


@pytest.mark.parametrize("form", ["A{} = (A{}, A{})", "A{} = A{} + A{}"])
def test_names_that_hold_each_other_twice_do_not_double_the_work(form: str) -> None:
    text = "A0 = 1\n" + "\n".join(form.format(number, number - 1, number - 1) for number in range(1, 13)) + "\nA12\n"
    tree = ast.parse(text)
    asked: list[ast.AST] = []

    class Counting(Scopes):
        def assigned(self, node: ast.AST) -> ast.expr | None:
            asked.append(node)
            return super().assigned(node)

    last = tree.body[-1]
    assert isinstance(last, ast.Expr)
    fold(last.value, Counting(Index(tree)))
    assert len(asked) < 200
