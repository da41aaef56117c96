"""What a function takes."""

from __future__ import annotations

import ast

import pytest

from celerylint.facts.parameters import Parameters, first_argument


def function(signature: str) -> ast.FunctionDef:
    (node,) = ast.parse(f"def f({signature}): ...").body
    assert isinstance(node, ast.FunctionDef)
    return node


def test_parameters_by_place_and_by_keyword() -> None:
    parameters = Parameters.of(function("a, /, b, *rest, c, d=1, **more"))
    assert parameters == (("a", "b"), frozenset("bcd"), "rest", "more", frozenset("d"))


def test_required_parameters_and_those_after_the_first() -> None:
    parameters = Parameters.of(function("a, /, b, c=1, *, d, e=2"))
    assert parameters.required == ["a", "b", "d"]
    assert parameters.after_first.required == ["b", "d"]
    assert not Parameters.of(function("a, *, b")).after_first.after_first.positional


@pytest.mark.parametrize(
    ("name", "taken"), [("a", False), ("b", True), ("c", True), ("rest", False), ("more", False), ("z", False)]
)
def test_a_keyword_reaches_a_parameter_of_its_own(name: str, taken: bool) -> None:
    assert Parameters.of(function("a, /, b, *rest, c, **more")).takes(name) is taken


@pytest.mark.parametrize(
    ("signature", "name"), [("a", "a"), ("a, /, b", "a"), ("*a, b", None), ("**a", None), ("", None), ("*, a", None)]
)
def test_the_first_argument_by_place(signature: str, name: str | None) -> None:
    first = first_argument(function(signature))
    assert (first and first.arg) == name
