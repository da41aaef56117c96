"""Pages of a table, read one after the other by `offset` and `limit`."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.databases import READ_STATEMENTS
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.query import is_model
from celerylint.facts.reach import TaskCode
from celerylint.facts.session import is_session
from celerylint.syntax.flow import block_nodes
from celerylint.syntax.index import FUNCTIONS, LOOPS
from celerylint.syntax.node import names_in, subtree

_MAX_PARTS = 20
_ENDS = (ast.Break, ast.Return, ast.Raise, ast.Yield, ast.YieldFrom)


class Paging:
    """A statement of SQLAlchemy with `offset` and `limit` in a loop that reads page after page; `node` is the call of
    `offset`."""

    of = TaskCode
    words = ("offset",)

    def __init__(self, code: TaskCode, node: ast.Call, parts: list[ast.expr]) -> None:
        self.module = code.module
        self.node = node
        self.parts = parts

    @classmethod
    def find(cls, module: Module) -> Iterable[Paging]:
        for code in module.all(TaskCode):
            for call in code.calls:
                if isinstance(call.func, ast.Attribute) and call.func.attr == "offset" and _moves(module, call):
                    parts = _parts(module, call)
                    if parts and "limit" in _methods(parts):
                        yield cls(code, call, parts)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def is_ordered(self) -> bool:
        """Whether the statement, or one that it is made of, is ordered."""
        return "order_by" in _methods(self.parts)

    @property
    def endless(self) -> Span | None:
        """The condition of the loop around the statement, if that is `while True` and nothing in it ends it."""
        for above in self.module.index.ancestors(self.node):
            if isinstance(above, FUNCTIONS):
                return None
            if isinstance(above, ast.While):
                goes_on = isinstance(above.test, ast.Constant) and bool(above.test.value)
                ends = any(isinstance(part, _ENDS) for part in block_nodes(above.body))
                return self.module.span(above.test) if goes_on and not ends else None
        return None


def _moves(module: Module, call: ast.Call) -> bool:
    """Whether a loop around the call changes the offset."""
    names = {part.id for part in names_in(*call.args)}
    for above in module.index.ancestors(call) if names else ():
        if isinstance(above, FUNCTIONS):
            return False
        if isinstance(above, LOOPS):
            named = (part for part in names_in(above) if part.id in names)
            if any(isinstance(part.ctx, ast.Store) for part in named):
                return True
    return False


def _methods(parts: list[ast.expr]) -> set[str]:
    nodes = list(subtree(*parts))
    return {node.attr for node in nodes if isinstance(node, ast.Attribute)}


def _parts(module: Module, call: ast.Call) -> list[ast.expr]:
    """The whole chain around a call, and every expression that a name in it is bound to; none if the statement does not
    begin with a known one, or a name is bound in ways that do not show."""
    whole: ast.expr = call
    above = module.index.parents[whole]
    while isinstance(above, (ast.Attribute, ast.Call)) and getattr(above, "func", getattr(above, "value", 0)) is whole:
        whole, above = above, module.index.parents[above]
    parts, root = [whole], _root(module, call)
    seen: set[str] = set()
    while isinstance(root, ast.Name) and not _begins(module, root) and root.id not in seen:
        seen.add(root.id)
        bindings = module.scopes.bindings(root)
        values = [binding.node for binding in bindings if isinstance(binding.node, ast.expr)]
        if len(values) < len(bindings) or any(binding.how != "value" for binding in bindings):
            return []
        parts += values
        begins = (_root(module, value) for value in values)
        roots = [each for each in begins if not (isinstance(each, ast.Name) and each.id in seen)]
        if len(roots) != 1 or len(parts) > _MAX_PARTS:
            return []
        root = roots[0]
    return parts + _named(module, parts) if _begins(module, root) else []


def _root(module: Module, node: ast.expr) -> ast.expr:
    """What a chain of calls and attributes begins with: a name, or the call that makes a statement."""
    while True:
        if isinstance(node, ast.Call) and module.scopes.qualified(node.func) in READ_STATEMENTS:
            return node
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            node = node.func.value
        elif isinstance(node, ast.Attribute) and isinstance(node.value, (ast.Call, ast.Attribute)):
            node = node.value
        else:
            return node


def _begins(module: Module, node: ast.expr) -> bool:
    """Whether an expression is what a statement begins with: `select(…)`, a session, the query of a model."""
    if isinstance(node, ast.Call):
        return module.scopes.qualified(node.func) in READ_STATEMENTS
    if isinstance(node, ast.Attribute) and node.attr == "query":
        return is_model(module, node.value)
    return is_session(module, node)


def _named(module: Module, parts: list[ast.expr]) -> list[ast.expr]:
    """The expressions that are bound to the names in the parts: subqueries, lists of columns."""
    names = list(names_in(*parts))
    values = (module.scopes.assigned(node) for node in names)
    return [value for value in values if value is not None]
