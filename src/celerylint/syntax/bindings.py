"""How names get their values: every way in which a scope binds one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from celerylint.syntax.index import COMPREHENSIONS, FUNCTIONS


class Binding(NamedTuple):
    """One way in which a name gets its value.

    `how` is value, enter (`with … as`), iterate (`for … in`), unpack (part of a tuple), import, define, parameter,
    annotated (no value) or other; `node` is the expression, definition or argument; `path` the dotted path of an
    import; `position` the place in what is unpacked.
    """

    how: str
    node: ast.AST
    path: str = ""
    position: int = 0


def bindings_of(scope: ast.AST, binders: list[ast.AST]) -> Iterator[tuple[str, Binding]]:
    """The names that a scope binds; `binders` are the nodes of it that can (`Index.binders`)."""
    if isinstance(scope, (*FUNCTIONS, ast.Lambda)):
        arguments = scope.args
        for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
            yield argument.arg, Binding("parameter", argument)
        for star in (arguments.vararg, arguments.kwarg):
            if star is not None:
                yield star.arg, Binding("other", star)
    if isinstance(scope, COMPREHENSIONS):
        for generator in scope.generators:
            yield from _targets(generator.target, Binding("iterate", generator.iter))
        return
    for node in binders:
        yield from _bound_by(node)


def _bound_by(node: ast.AST) -> Iterator[tuple[str, Binding]]:
    if isinstance(node, ast.Assign):
        for target in node.targets:
            yield from _targets(target, Binding("value", node.value))
    elif isinstance(node, ast.NamedExpr):
        yield from _targets(node.target, Binding("value", node.value))
    elif isinstance(node, ast.AnnAssign):
        binding = Binding("value", node.value) if node.value else Binding("annotated", node.annotation)
        yield from _targets(node.target, binding)
    elif isinstance(node, (ast.For, ast.AsyncFor)):
        yield from _targets(node.target, Binding("iterate", node.iter))
    elif isinstance(node, ast.withitem) and node.optional_vars is not None:
        yield from _targets(node.optional_vars, Binding("enter", node.context_expr))
    elif isinstance(node, (*FUNCTIONS, ast.ClassDef)):
        yield node.name, Binding("define", node)
    elif isinstance(node, ast.Import):
        for alias in node.names:
            name = alias.asname or alias.name.partition(".")[0]
            yield name, Binding("import", node, alias.name if alias.asname else name)
    elif isinstance(node, ast.ImportFrom):
        for alias in node.names:
            prefix = "." * node.level + (f"{node.module}." if node.module else "")
            yield alias.asname or alias.name, Binding("import", node, prefix + alias.name)
    elif isinstance(node, ast.ExceptHandler) and node.name:
        yield node.name, Binding("other", node)
    elif isinstance(node, ast.AugAssign):
        yield from _targets(node.target, Binding("other", node.value))
    elif isinstance(node, (ast.MatchAs, ast.MatchStar)) and node.name:
        yield node.name, Binding("other", node)
    elif isinstance(node, ast.MatchMapping) and node.rest:
        yield node.rest, Binding("other", node)


def _targets(target: ast.AST, binding: Binding) -> Iterator[tuple[str, Binding]]:
    if isinstance(target, ast.Name):
        yield target.id, binding
    elif isinstance(target, ast.Starred):
        yield from _targets(target.value, Binding("other", binding.node))
    elif isinstance(target, (ast.Tuple, ast.List)):
        value = binding.node
        parts = value.elts if binding.how == "value" and isinstance(value, (ast.Tuple, ast.List)) else []
        for position, part in enumerate(target.elts):
            if len(parts) == len(target.elts):
                yield from _targets(part, Binding("value", parts[position]))
            else:
                how = "unpack" if binding.how == "value" else "other" if binding.how == "enter" else binding.how
                yield from _targets(part, Binding(how, value, position=position))
