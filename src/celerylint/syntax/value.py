"""Constants folded: what an expression is worth, where the file alone can tell."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from typing import Any, Final, NamedTuple, TypeGuard

from celerylint.syntax.scopes import Scopes


class _Unknown:
    """The value of an expression that cannot be folded; compares equal to nothing, counts as false."""

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "UNKNOWN"


class Item(NamedTuple):
    """An entry of a dict: the key folded, the node that stands for it (a keyword in `dict(key=value)`), the value."""

    key: object
    key_node: ast.expr | ast.keyword
    value: ast.expr


UNKNOWN: Final = _Unknown()
_MAX_DEPTH = 40
_LARGEST = 10**9
_TIMEDELTA = "datetime.timedelta()"
_OPERATORS: dict[type, Callable[[Any, Any], object]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}


def fold(node: ast.AST | None, scopes: Scopes, depth: int = 0) -> object:
    """The value of an expression made of constants, arithmetic, displays and names that stand for such; else UNKNOWN.

    A `timedelta(...)` is not folded: it is not a number. In a tuple or dict a part may be UNKNOWN.
    """
    if node is None or depth > _MAX_DEPTH:
        return UNKNOWN
    if node not in scopes.folded:
        scopes.folded[node] = UNKNOWN  # a name that stands for itself is worth nothing
        scopes.folded[node] = _folded(node, scopes, depth)
    return scopes.folded[node]


def _folded(node: ast.AST, scopes: Scopes, depth: int) -> object:
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, (ast.Name, ast.Attribute)):
        found = scopes.constant(node)
        return UNKNOWN if found is None else fold(found[1], found[0], depth + 1)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.UAdd)):
        operand = fold(node.operand, scopes, depth + 1)
        if isinstance(operand, (int, float)):
            return -operand if isinstance(node.op, ast.USub) else operand
        return UNKNOWN
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        return tuple(fold(part, scopes, depth + 1) for part in node.elts)
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return _arithmetic(type(node.op), fold(node.left, scopes, depth + 1), fold(node.right, scopes, depth + 1))
    return UNKNOWN


def _arithmetic(kind: type, left: object, right: object) -> object:
    numbers = isinstance(left, (int, float)) and isinstance(right, (int, float))
    if not numbers and not (kind is ast.Add and isinstance(left, str) and isinstance(right, str)):
        return UNKNOWN
    try:
        value = _OPERATORS[kind](left, right)
    except (ArithmeticError, ValueError):
        return UNKNOWN
    return UNKNOWN if isinstance(value, (int, float)) and abs(value) > _LARGEST else value


def text_of(node: ast.AST | None, scopes: Scopes) -> str | None:
    """The value of an expression if it folds to text."""
    value = fold(node, scopes)
    return value if isinstance(value, str) else None


def is_number(value: object) -> TypeGuard[float]:
    """Whether a folded value is a number; a boolean is none."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def number_of(node: ast.AST | None, scopes: Scopes) -> float | None:
    """The value of an expression if it folds to a number."""
    value = fold(node, scopes)
    return value if is_number(value) else None


def is_timedelta(node: ast.expr, scopes: Scopes) -> bool:
    """Whether an expression is a timedelta: a call, a parameter declared as one, or a multiple."""
    known = scopes.assigned(node) or node
    if isinstance(known, ast.BinOp) and isinstance(known.op, ast.Mult):
        return any(scopes.qualified(side) == _TIMEDELTA for side in (known.left, known.right))
    return scopes.qualified(known) == _TIMEDELTA


def entries(node: ast.AST | None, scopes: Scopes) -> list[tuple[object, ast.expr]] | None:
    """The keys (folded) and values of a dict display or `dict(key=value)`, `**` left out; None if it is no dict."""
    found = items(node, scopes)
    return None if found is None else [(item.key, item.value) for item in found]


def items(node: ast.AST | None, scopes: Scopes) -> list[Item] | None:
    """The entries of a dict with the places of their keys."""
    if isinstance(node, ast.Name):
        node = scopes.assigned(node)
    if isinstance(node, ast.Dict):
        pairs = zip(node.keys, node.values, strict=True)
        return [Item(fold(key, scopes), key, value) for key, value in pairs if key is not None]
    if isinstance(node, ast.Call) and scopes.qualified(node.func) == "builtins.dict":
        return [Item(keyword.arg, keyword, keyword.value) for keyword in node.keywords if keyword.arg is not None]
    return None


def merged(node: ast.expr) -> list[ast.expr]:
    """The dicts that one is made of: `{**DAILY, "x": 1}`, `DAILY | HOURLY`, `DAILY if busy else {}`."""
    if isinstance(node, ast.Dict):
        return [value for key, value in zip(node.keys, node.values, strict=True) if key is None]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return [node.left, node.right]
    return [node.body, node.orelse] if isinstance(node, ast.IfExp) else []
