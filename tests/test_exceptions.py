"""Exception classes by name."""

from __future__ import annotations

import ast

import pytest

from celerylint.facts.exceptions import is_exception_class, listed, takes_in
from tests.build import module_of, node_at

TOP = """\
import requests
from celery.exceptions import CeleryError, Reject
class Late(ValueError): ...
class Later(Late): ...
class Plain: ...
NARROW = (ValueError, Late)
CYCLE = CYCLE + (ValueError,)
"""


def names(text: str) -> list[str | None]:
    module = module_of(TOP + text)
    statement = module.source.tree.body[-1]
    assert isinstance(statement, ast.Expr)
    return listed(module.scopes, statement.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ValueError", ["builtins.ValueError"]),
        ("(ValueError, Late)", ["builtins.ValueError", ":Late"]),
        ("NARROW", ["builtins.ValueError", ":Late"]),
        ("NARROW + (requests.Timeout,)", ["builtins.ValueError", ":Late", "requests.Timeout"]),
        ("(*NARROW, Reject)", ["builtins.ValueError", ":Late", "celery.exceptions.Reject"]),
        ("CYCLE", ["builtins.ValueError"]),
        ("(unknown, KeyError)", [None, "builtins.KeyError"]),
        ("errors()", [None]),
    ],
)
def test_what_is_listed(text: str, expected: list[str | None]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("wide", "narrow", "takes"),
    [
        ("Exception", "requests.Timeout", True),
        ("Exception", "Reject", True),
        ("CeleryError", "Reject", True),
        ("Reject", "CeleryError", False),
        ("ValueError", "Later", True),
        ("Late", "Later", True),
        ("Later", "Late", False),
        ("OSError", "ConnectionError", True),
        ("requests.RequestException", "requests.Timeout", False),
        ("requests.Timeout", "requests.Timeout", True),
        ("unknown", "ValueError", False),
        ("ValueError", "unknown", False),
    ],
)
def test_which_takes_in_which(wide: str, narrow: str, takes: bool) -> None:
    (one,), (other,) = names(wide), names(narrow)
    module = module_of(TOP)
    assert takes_in(module.scopes, one, other) is takes


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("ValueError", True),
        ("Later", True),
        ("Reject", True),
        ("Plain", False),
        ("int", False),
        ("print", False),
        ("requests.Timeout", False),
        ("ValueError()", False),
    ],
)
def test_what_is_known_to_be_an_exception_class(text: str, known: bool) -> None:
    module = module_of(TOP + text)
    assert is_exception_class(module.scopes, module.scopes.qualified(node_at(module, text))) is known
