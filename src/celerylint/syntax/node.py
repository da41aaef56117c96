"""Plain questions about one node or call, answered without knowing what its names mean."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import TypeGuard, TypeVar

from celerylint.syntax.index import FUNCTIONS, descendants

Given = TypeVar("Given", bound=ast.AST | None)
DEFINITIONS = (*FUNCTIONS, ast.ClassDef)
CALLABLES = (*FUNCTIONS, ast.Lambda)
WITHS = (ast.With, ast.AsyncWith)
ORDERINGS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)


def subtree(*roots: ast.AST, stop: tuple[type[ast.AST], ...] = ()) -> list[ast.AST]:
    """Each of the nodes and every node below it; what is below a node of the classes in `stop` is left out."""
    found = []
    for root in roots:
        found.append(root)
        found += descendants(root, stop)
    return found


def names_in(*roots: ast.AST) -> list[ast.Name]:
    """The names in expressions or statements."""
    return [node for node in subtree(*roots) if node.__class__ is ast.Name]


def last_name(node: ast.AST) -> str:
    """What a name or an attribute goes by, without what stands before its last dot; empty for anything else."""
    kind = node.__class__
    return node.attr if kind is ast.Attribute else node.id if kind is ast.Name else ""  # type: ignore[attr-defined]


def last_names(qualified: Iterable[str]) -> frozenset[str]:
    """What qualified names may go by where they are used: their last parts."""
    return frozenset(name.rpartition(".")[2] for name in qualified)


def is_name(node: ast.AST, name: str | None) -> TypeGuard[ast.Name]:
    """Whether an expression is a plain name, this one."""
    return isinstance(node, ast.Name) and node.id == name


def is_none(node: ast.AST | None) -> bool:
    """Whether an expression is a plain `None`."""
    return isinstance(node, ast.Constant) and node.value is None


def callee(node: Given) -> Given | ast.expr:
    """What a call calls; anything else itself."""
    return node.func if isinstance(node, ast.Call) else node


def without_await(node: Given) -> Given | ast.expr:
    """What is awaited; anything else itself."""
    return node.value if isinstance(node, ast.Await) else node


def keyword_value(call: ast.Call, name: str) -> ast.expr | None:
    """What a call gives by a name."""
    return next((keyword.value for keyword in call.keywords if keyword.arg == name), None)


def argument(call: ast.Call, position: int, name: str) -> ast.expr | None:
    """What a call gives at a position, or by a name."""
    return call.args[position] if len(call.args) > position else keyword_value(call, name)


def values_given(call: ast.Call) -> list[ast.expr]:
    """Everything that a call hands over, by place or by name."""
    return [*call.args, *(keyword.value for keyword in call.keywords)]


def unpacks(call: ast.Call) -> bool:
    """Whether a call gives `*args` or `**kwargs`, and so what cannot be seen."""
    starred = any(isinstance(each, ast.Starred) for each in call.args)
    return starred or any(keyword.arg is None for keyword in call.keywords)


def may_raise(parts: Iterable[ast.AST]) -> bool:
    """Whether one of the nodes can raise an exception worth the name."""
    return any(isinstance(part, (ast.Call, ast.Await, ast.Raise, ast.Assert)) for part in parts)
