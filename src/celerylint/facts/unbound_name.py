"""Names that are bound in a `try` only, and read after it though it may have failed."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.core.span import Span
from celerylint.facts.handler import Handler, raises_on_purpose
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.syntax.flow import block_nodes, statements_after
from celerylint.syntax.index import COMPREHENSIONS, FUNCTIONS, TRIES, descendants, in_order
from celerylint.syntax.node import DEFINITIONS

_SAFE_MODULES = ("time.", "datetime.", "uuid.", "collections.", "itertools.", "functools.", "logging.")
_SAFE_CALLS = frozenset(f"builtins.{name}" for name in "dict list set tuple frozenset str bool len object id".split())
_LEAVES = (ast.Return, ast.Raise, ast.Break, ast.Continue)
_ASKS = frozenset({"locals", "vars", "globals", "NameError", "UnboundLocalError"})


class UnboundName:
    """A name that stays unbound when the `try` in which it is bound fails and a handler goes on, where it is read: the
    first such place after a `try`."""

    of = Handler

    def __init__(self, code: TaskCode, node: ast.Name, around: ast.Try) -> None:
        self.module = code.module
        self.node = node
        self.name = node.id
        self.around = around

    @classmethod
    def find(cls, module: Module) -> Iterable[UnboundName]:
        asks = set(filter(module.source.holds, _ASKS))
        for around, code in {handler.around: handler.code for handler in module.all(Handler)}.items():
            mentioned = module.index.mentions(code.node, asks) if asks else ()
            if not any(isinstance(node, ast.Name) for node in mentioned):
                yield from cls._after(code, around)

    @classmethod
    def _after(cls, code: TaskCode, around: ast.Try) -> Iterator[UnboundName]:
        after = statements_after(code.module.index, around)
        handlers = [handler for handler in around.handlers if not _leaves(handler.body)] if after else []
        stored = _bound_and_read_later(code, around) if handlers else ()
        handlers = [handler for handler in handlers if _goes_on(code.module, handler)] if stored else []
        if not handlers or _leaves(around.finalbody):
            return
        found = []
        for name in stored:
            read = _first_read(code.module, after, name)
            missed = read and any(_may_miss(code.module, around, handler, name) for handler in handlers)
            if read and missed and _is_bound_only_in(code, around, name):
                found.append(read)
        yield from (cls(code, read, around) for read in in_order(found)[:1])

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)


def _bound_and_read_later(code: TaskCode, around: ast.Try) -> set[str]:
    """The names that the `try` binds and something after it in the function reads: a filter, before the costlier look
    at what surely happens."""
    names = [node for node in block_nodes(around.body) if node.__class__ is ast.Name]
    stored = {node.id for node in names if node.ctx.__class__ is ast.Store}
    end = around.end_lineno or 0
    used = [node for node in code.module.index.mentions(code.node, stored) if node.lineno > end] if stored else []
    return {node.id for node in used if isinstance(node, ast.Name)}


def _leaves(block: list[ast.stmt]) -> bool:
    return any(node.__class__ in _LEAVES for node in block_nodes(block))


def _goes_on(module: Module, handler: ast.ExceptHandler) -> bool:
    """Whether control surely reaches what follows the `try`, if the handler does not leave the block itself."""
    fact = module.at(Handler, handler)
    return fact is not None and fact.goes_on


def _is_bound_only_in(code: TaskCode, around: ast.Try, name: str) -> bool:
    """Whether a name is local to the function, and bound in the `try` only, or once it has succeeded."""
    inside = {node for part in (*around.body, *around.orelse) for node in (part, *descendants(part))}
    bindings = code.module.scopes.bound(code.node, name)
    return bool(bindings) and all(binding.node in inside for binding in bindings if binding.how != "annotated")


def _may_miss(module: Module, around: ast.Try, handler: ast.ExceptHandler, name: str) -> bool:
    """Whether the handler may run before the name is bound. A narrow one may wait for what comes after that."""
    binding = next((part for part in around.body if _stores(part, name)), None)
    if binding is None:
        return any(_may_fail(module, part) for part in around.body)
    position = around.body.index(binding)
    before, after = around.body[: position + 1], around.body[position + 1 :]
    fact = module.at(Handler, handler)
    if fact is None or not any(_may_fail(module, part) for part in before):
        return False
    return fact.is_broad or not any(_may_fail(module, part) for part in (*after, *around.orelse))


def _stores(part: ast.stmt, name: str) -> bool:
    return any(
        isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store)
        for node in descendants(part, FUNCTIONS)
    )


def _may_fail(module: Module, part: ast.stmt) -> bool:
    """Whether a statement calls or awaits something that may raise."""
    for node in block_nodes([part]):
        if isinstance(node, ast.Await):
            return True
        if isinstance(node, ast.Call):
            name = module.scopes.qualified(node.func) or ""
            if not name.startswith(_SAFE_MODULES) and not (name in _SAFE_CALLS and not node.args):
                return True
    return False


def _first_read(module: Module, after: list[ast.stmt], name: str) -> ast.Name | None:
    """The first place where the name is surely read, if nothing may leave before it."""
    for statement in after:
        if isinstance(statement, DEFINITIONS):
            continue
        if isinstance(statement, TRIES):
            return None
        for node in in_order(_surely_evaluated(statement)):
            if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load):
                return node
        if _leaves([statement]) or raises_on_purpose(module, [statement]):
            return None
    return None


def _surely_evaluated(statement: ast.stmt) -> Iterator[ast.expr]:
    """The expressions that are evaluated whenever a statement is, its blocks left out."""
    waiting: list[ast.AST] = [statement]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.expr):
            yield node
        if isinstance(node, ast.BoolOp):
            waiting.append(node.values[0])
        elif isinstance(node, ast.IfExp):
            waiting.append(node.test)
        elif isinstance(node, COMPREHENSIONS):
            waiting.append(node.generators[0].iter)
        elif not isinstance(node, ast.Lambda):
            parts = ast.iter_child_nodes(node)
            waiting += [part for part in parts if not isinstance(part, (ast.stmt, ast.ExceptHandler, ast.match_case))]
