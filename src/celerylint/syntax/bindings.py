"""How names get their values: every way in which a scope binds one."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from celerylint.syntax.index import COMPREHENSIONS, FUNCTIONS
from celerylint.syntax.node import CALLABLES, DEFINITIONS

_DEFINITIONS = frozenset({*FUNCTIONS, ast.ClassDef})
_OF_TARGET = frozenset({ast.NamedExpr, ast.AnnAssign, ast.AugAssign, ast.For, ast.AsyncFor, ast.comprehension})
DECLARATIONS = frozenset({ast.Global, ast.Nonlocal})


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


def names_bound(scope: ast.AST, binders: list[ast.AST]) -> dict[str, list[ast.AST]]:
    """The names that a scope binds, and the nodes that do; `binders` are the nodes of it that can (`Index.binders`).

    Most names of a file are never asked for, so what they are bound to is read later (`bound_by`).
    """
    found: defaultdict[str, list[ast.AST]] = defaultdict(list)
    if isinstance(scope, CALLABLES):
        arguments = scope.args
        for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
            found[argument.arg].append(argument)
        for star in (arguments.vararg, arguments.kwarg):
            if star is not None:
                found[star.arg].append(arguments)
    elif isinstance(scope, COMPREHENSIONS):
        binders = list(scope.generators)
    for node in binders:
        kind = node.__class__
        if kind is ast.Assign and len(targets := node.targets) == 1 and targets[0].__class__ is ast.Name:  # type: ignore[attr-defined]
            found[targets[0].id].append(node)
        elif kind in _DEFINITIONS:
            found[node.name].append(node)  # type: ignore[attr-defined]
        elif kind is ast.ImportFrom:
            for alias in node.names:  # type: ignore[attr-defined]
                found[alias.asname or alias.name].append(node)
        elif kind in _OF_TARGET and node.target.__class__ is ast.Name:  # type: ignore[attr-defined]
            found[node.target.id].append(node)  # type: ignore[attr-defined]
        elif kind is ast.Import:
            for alias in node.names:  # type: ignore[attr-defined]
                found[alias.asname or alias.name.partition(".")[0]].append(node)
        elif kind is ast.ExceptHandler:
            if node.name:  # type: ignore[attr-defined]
                found[node.name].append(node)  # type: ignore[attr-defined]
        elif kind is ast.withitem and node.optional_vars is None:  # type: ignore[attr-defined]
            continue
        elif kind not in DECLARATIONS:
            for name in dict.fromkeys(name for name, _ in _bound_by(node)):
                found[name].append(node)
    found.default_factory = None
    return found


def bound_by(node: ast.AST, name: str) -> list[Binding]:
    """The ways in which a node binds a name."""
    kind = node.__class__
    if kind is ast.ImportFrom:
        names: list[ast.alias] = node.names  # type: ignore[attr-defined]
        return [_imported(node, alias) for alias in names if (alias.asname or alias.name) == name]  # type: ignore[arg-type]
    if kind in _DEFINITIONS:
        return [Binding("define", node)]
    if kind is ast.arg:
        return [Binding("parameter", node)]
    if kind is ast.Assign and len(node.targets) == 1 and node.targets[0].__class__ is ast.Name:  # type: ignore[attr-defined]
        return [Binding("value", node.value)]  # type: ignore[attr-defined]
    return [binding for bound, binding in _bound_by(node) if bound == name]


def _imported(node: ast.ImportFrom, alias: ast.alias) -> Binding:
    prefix = "." * node.level + (f"{node.module}." if node.module else "")
    return Binding("import", node, prefix + alias.name)


def _bound_by(node: ast.AST) -> Iterator[tuple[str, Binding]]:
    """Everything that a node binds."""
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
    elif isinstance(node, DEFINITIONS):
        yield node.name, Binding("define", node)
    elif isinstance(node, ast.Import):
        for alias in node.names:
            name = alias.asname or alias.name.partition(".")[0]
            yield name, Binding("import", node, alias.name if alias.asname else name)
    elif isinstance(node, ast.ImportFrom):
        for alias in node.names:
            yield alias.asname or alias.name, _imported(node, alias)
    elif isinstance(node, ast.ExceptHandler) and node.name:
        yield node.name, Binding("other", node)
    elif isinstance(node, ast.AugAssign):
        yield from _targets(node.target, Binding("other", node.value))
    elif isinstance(node, (ast.MatchAs, ast.MatchStar)) and node.name:
        yield node.name, Binding("other", node)
    elif isinstance(node, ast.MatchMapping) and node.rest:
        yield node.rest, Binding("other", node)
    elif isinstance(node, ast.arg):
        yield node.arg, Binding("parameter", node)
    elif isinstance(node, ast.arguments):
        yield from ((star.arg, Binding("other", star)) for star in (node.vararg, node.kwarg) if star)
    elif isinstance(node, ast.comprehension):
        yield from _targets(node.target, Binding("iterate", node.iter))
    elif isinstance(node, (ast.Global, ast.Nonlocal)):
        yield from ((name, Binding("other", node)) for name in node.names)


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
