"""Canvases: chains, groups and chords, and what they are made of."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.dispatch import Dispatch, is_signature
from celerylint.facts.module import Module
from celerylint.facts.origin import MAX_LINKS, kept_by
from celerylint.syntax.index import COMPREHENSIONS, in_order
from celerylint.syntax.node import argument, keyword_value

_NAMES: tuple[Literal["chain", "group", "chord"], ...] = ("chain", "group", "chord")
_HOMES = ("celery", "celery.canvas")
_KINDS = {f"{home}.{name}": name for home in _HOMES for name in _NAMES}
_WORDS = ("celery", ".s(", ".si(", "signature(", ".subtask(")
_PATTERN = regex(
    r"celery(?:\.canvas)?\s+import\s+(?:\([^)]*?|[^\n(]*?)\b(?:chain|group|chord|canvas)\b"
    r"|celery\.(?:canvas\.)?(?:chain|group|chord)\b|celery(?:\.canvas)?\s+as\b|\.si?\(|signature\(|\.subtask\("
)


class Element(NamedTuple):
    """An expression in a canvas. `repeats` means that it stands for many, as the element of a comprehension does;
    `is_open` that it stands for some that cannot be seen."""

    node: ast.expr
    repeats: bool = False
    is_open: bool = False


class Canvas:
    """A call of Celery's `chain`, `group` or `chord`, or signatures joined by `|`, which make a chain."""

    words = _WORDS
    pattern = _PATTERN

    def __init__(self, module: Module, node: ast.Call | ast.BinOp, kind: Literal["chain", "group", "chord"]) -> None:
        self.module = module
        self.node = node
        self.kind = kind

    @classmethod
    def find(cls, module: Module) -> Iterable[Canvas]:
        found = [cls(module, call, kind) for call in _calls(module) for kind in [_kind(module, call)] if kind]
        yield from found
        if found or any(dispatch.is_signature for dispatch in module.all(Dispatch)):
            for pipe in module.index.all(ast.BinOp, "|"):
                if _is_whole_pipe(module, pipe) and any(_is_signature(module, each) for each in _joined(pipe)):
                    yield cls(module, pipe, "chain")

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def spelling(self) -> str:
        """How it is written: `chain`, `group`, `chord`, `|`."""
        return "|" if isinstance(self.node, ast.BinOp) else self.kind

    @cached_property
    def elements(self) -> list[Element]:
        """What it is made of, in order; of a chord the header."""
        if isinstance(self.node, ast.BinOp):
            return [Element(node) for node in _joined(self.node)]
        given = self.node.args[:1] if self.kind == "chord" else self.node.args
        if not given and self.kind == "chord":
            header = keyword_value(self.node, "header")
            given = [header] if header else []
        if len(given) == 1:
            return list(contents(self.module, given[0])) or list(_each(self.module, given[0]))
        return [element for node in given for element in _each(self.module, node)]

    @property
    def _body_call(self) -> ast.Call | None:
        """The call that makes a chord of a header: the `chord(header)(body)` around it, or its own."""
        above = self.module.index.parents[self.node]
        if isinstance(above, ast.Call) and above.func is self.node:
            return above
        return None

    @cached_property
    def body(self) -> ast.expr | None:
        """What a chord does with the results."""
        if self.kind != "chord" or not isinstance(self.node, ast.Call):
            return None
        found = argument(self.node, 1, "body")
        if found is None and self._body_call:
            found = argument(self._body_call, 0, "body")
        return None if isinstance(found, ast.Starred) else found


def canvas_of(module: Module, node: ast.expr) -> Canvas | None:
    """The canvas that an expression is: the call or pipe itself, a name for it, `canvas.set(...)`."""
    return module.at(Canvas, kept_by(module, node))


def _calls(module: Module) -> list[ast.Call]:
    """The calls of what a file imports from Celery by the names of chains, groups and chords: a filter, before the
    costlier look at what they mean."""
    names, homes = set(), set()
    for node in module.index.all(ast.ImportFrom, "celery"):
        if node.module in _HOMES:
            names |= {alias.asname or alias.name for alias in node.names if alias.name in _NAMES}
            homes |= {alias.asname or alias.name for alias in node.names if alias.name == "canvas"}
    for plain in module.index.all(ast.Import, "celery"):
        homes |= {alias.asname or "celery" for alias in plain.names if alias.name in _HOMES}
    found = [call for call in module.index.calls(*names) if isinstance(call.func, ast.Name)]
    for call in module.index.calls(*_NAMES) if homes else ():
        home = call.func.value if isinstance(call.func, ast.Attribute) else None
        home = home.value if isinstance(home, ast.Attribute) else home
        if isinstance(home, ast.Name) and home.id in homes:
            found.append(call)
    return in_order(found)


def _kind(module: Module, call: ast.Call) -> Literal["chain", "group", "chord"] | None:
    return _KINDS.get(module.scopes.qualified(call.func) or "")


def _is_whole_pipe(module: Module, node: ast.BinOp) -> bool:
    """Whether a binary operation is `a | b`, and not the left part of a longer one."""
    above = module.index.parents[node]
    return _is_pipe(node) and not (isinstance(above, ast.BinOp) and _is_pipe(above) and above.left is node)


def _is_pipe(node: ast.AST) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr)


def _joined(pipe: ast.BinOp) -> list[ast.expr]:
    """The operands of `a | b | c`."""
    found = [pipe.right]
    node = pipe.left
    while isinstance(node, ast.BinOp) and _is_pipe(node):
        found.append(node.right)
        node = node.left
    return [node, *reversed(found)]


def _is_signature(module: Module, node: ast.expr) -> bool:
    """Whether an operand surely is a signature. What is no call and stands for none is not asked for."""
    made = module.scopes.assigned(node) if isinstance(node, ast.Name) else node
    return isinstance(made, ast.Call) and is_signature(module, made)


def _each(module: Module, node: ast.expr) -> Iterator[Element]:
    """The elements that an argument stands for."""
    if not isinstance(node, ast.Starred):
        yield Element(node)
        return
    yield from list(contents(module, node.value)) or [Element(node.value, is_open=True)]


def contents(module: Module, node: ast.expr) -> Iterator[Element]:
    """The elements of a list or the like; none if the expression is not known to be one."""
    made = module.scopes.assigned(node) or node
    for _ in range(MAX_LINKS):
        if not (isinstance(made, ast.Call) and len(made.args) == 1 and not made.keywords):
            break
        if module.scopes.qualified(made.func) not in ("builtins.list", "builtins.tuple"):
            break
        made = module.scopes.assigned(made.args[0]) or made.args[0]
    if isinstance(made, (ast.List, ast.Tuple, ast.Set)):
        for each in made.elts:
            yield Element(each.value, is_open=True) if isinstance(each, ast.Starred) else Element(each)
        if isinstance(node, ast.Name):
            yield Element(node, is_open=True)  # it may have grown since
    elif isinstance(made, COMPREHENSIONS) and not isinstance(made, ast.DictComp):
        yield Element(made.elt, repeats=True)
