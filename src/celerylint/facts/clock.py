"""Readings of clocks in task code."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.name_use import uses_of
from celerylint.facts.reach import TaskCode
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.node import last_name

_WALL_CLOCKS = frozenset(
    {
        "time.time()",
        "time.time_ns()",
        "datetime.datetime.now()",
        "datetime.datetime.today()",
        "datetime.datetime.utcnow()",
        "django.utils.timezone.now()",
    }
)
_NAIVE_UTC = frozenset({"datetime.datetime.utcnow", "datetime.datetime.utcfromtimestamp"})
_ZONE_GIVERS = frozenset({"localize", "make_aware", "instance"})


class Duration:
    """A difference of two readings of the wall clock, neither of which is used for anything but differences."""

    of = TaskCode
    words = ("time", "time_ns", "now", "today", "utcnow")

    def __init__(self, module: Module, node: ast.BinOp) -> None:
        self.module = module
        self.node = node

    @classmethod
    def find(cls, module: Module) -> Iterable[Duration]:
        for code in module.all(TaskCode):
            for node in code.all(ast.BinOp):
                if isinstance(node.op, ast.Sub) and all(_is_reading(module, side) for side in (node.left, node.right)):
                    yield cls(module, node)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def readings(self) -> tuple[Span, ...]:
        """Every call of `time.time()` that this difference depends on, and those of differences with the same
        readings; nothing if some other clock is among them."""
        found: dict[ast.expr, None] = {}
        seen: set[tuple[ast.AST, str]] = set()
        waiting = [self.node.left, self.node.right]
        for node in waiting:
            if isinstance(node, ast.Call):
                if not (
                    isinstance(node.func, ast.Attribute) and self.module.scopes.qualified(node.func) == "time.time"
                ):
                    return ()
                found[node] = None
            elif isinstance(node, ast.Name):
                scope = self.module.scopes.scope_of(node, node.id)
                if scope is None or (scope, node.id) in seen:
                    continue
                seen.add((scope, node.id))
                uses = [use for use in uses_of(self.module, scope, node.id) if isinstance(use.ctx, ast.Load)]
                differences = [self.module.index.parents[use] for use in uses]
                if not all(isinstance(each, ast.BinOp) and isinstance(each.op, ast.Sub) for each in differences):
                    return ()
                sides = [(each.left, each.right) for each in differences if isinstance(each, ast.BinOp)]
                waiting += [side for pair in sides for side in pair]
                bound = [binding.node for binding in self.module.scopes.bindings(node)]
                if not all(isinstance(each, ast.Call) for each in bound):
                    return ()
                waiting += [each for each in bound if isinstance(each, ast.Call)]
            else:
                return ()
        return tuple(sorted(map(self.module.span, found)))


class NaiveUtc:
    """A call of `utcnow()` or `utcfromtimestamp(seconds)`, unless its value is given a zone at once."""

    of = TaskCode
    words = ("utcnow", "utcfromtimestamp")

    def __init__(self, module: Module, node: ast.Call) -> None:
        self.module = module
        self.node = node
        self.function = last_name(node.func)

    @classmethod
    def find(cls, module: Module) -> Iterable[NaiveUtc]:
        for code in module.all(TaskCode):
            for call in code.calls:
                if last_name(call.func) in cls.words and module.scopes.qualified(call.func) in _NAIVE_UTC:
                    found = cls(module, call)
                    if not found._is_given_zone:
                        yield found

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def _is_given_zone(self) -> bool:
        parents = self.module.index.parents
        above = parents[self.node]
        if isinstance(above, ast.Attribute):
            call = parents[above]
            return above.attr == "replace" and any(each.arg == "tzinfo" for each in getattr(call, "keywords", ()))
        return isinstance(above, ast.Call) and last_name(above.func) in _ZONE_GIVERS


def _is_reading(module: Module, node: ast.expr) -> bool:
    """Whether an expression reads the wall clock, or is a name for a reading that is only used in differences."""
    if not isinstance(node, (ast.Call, ast.Name)) or module.scopes.qualified(node) not in _WALL_CLOCKS:
        return False
    if isinstance(node, ast.Call):
        return True
    scope = module.scopes.scope_of(node, node.id)
    if not isinstance(scope, FUNCTIONS):
        return False
    uses = (use for use in uses_of(module, scope, node.id) if isinstance(use.ctx, ast.Load))
    return all(_is_in_difference(module, use) for use in uses)


def _is_in_difference(module: Module, node: ast.Name) -> bool:
    parent = module.index.parents[node]
    return isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Sub)
