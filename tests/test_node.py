"""What an expression is, by its looks alone."""

from __future__ import annotations

import ast

import pytest

from celerylint.syntax.node import (
    argument,
    callee,
    last_name,
    last_names,
    names_in,
    subtree,
    unpacks,
    values_given,
    without_await,
)


def expression(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def call(text: str) -> ast.Call:
    node = expression(text)
    assert isinstance(node, ast.Call)
    return node


@pytest.mark.parametrize(
    ("text", "name"), [("send", "send"), ("mail.send", "send"), ("make().send", "send"), ("f()", "")]
)
def test_last_name(text: str, name: str) -> None:
    assert last_name(expression(text)) == name


def test_last_names() -> None:
    assert last_names(["time.sleep", "open", "shop.mail.send"]) == {"sleep", "open", "send"}


@pytest.mark.parametrize(
    ("text", "name"), [("mail.send(1)", "mail.send"), ("mail.send", "mail.send"), ("f()()", "f()")]
)
def test_callee(text: str, name: str) -> None:
    assert ast.unparse(callee(expression(text))) == name


@pytest.mark.parametrize(("text", "given"), [("await f()", "f()"), ("f(await g())", "f(await g())")])
def test_without_await(text: str, given: str) -> None:
    assert ast.unparse(without_await(expression(text))) == given


@pytest.mark.parametrize(
    ("text", "given"), [("f(1, 2)", 2), ("f(1, name=2)", 2), ("f(1, 2, name=3)", 2), ("f(1)", None)]
)
def test_argument(text: str, given: int | None) -> None:
    node = argument(call(text), 1, "name")
    assert (node.value if isinstance(node, ast.Constant) else node) == given


@pytest.mark.parametrize(("text", "does"), [("f(*a)", True), ("f(**a)", True), ("f(a, b=[*c])", False)])
def test_unpacks(text: str, does: bool) -> None:
    assert unpacks(call(text)) is does


def test_values_given() -> None:
    assert [ast.unparse(each) for each in values_given(call("f(a, *b, c=d, **e)"))] == ["a", "*b", "d", "e"]


def test_subtree_holds_its_root() -> None:
    node = expression("a + (lambda: b)")
    assert {each.id for each in names_in(node)} == {"a", "b"}
    assert subtree(node)[0] is node
    assert {each.id for each in subtree(node, stop=(ast.Lambda,)) if isinstance(each, ast.Name)} == {"a"}
