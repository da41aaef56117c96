"""Loops of tasks over what they have loaded, where one item that fails ends them all."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.calls import SENDING, SIGNING
from celerylint.celery.names import PLAIN_PACKAGES
from celerylint.core.span import Span
from celerylint.facts.handler import is_log_call
from celerylint.facts.loop import Loop, mentions
from celerylint.facts.module import Module
from celerylint.facts.name_use import written_out
from celerylint.facts.origin import is_part
from celerylint.facts.query import Query
from celerylint.facts.session_call import SessionCall
from celerylint.facts.session_life import is_made
from celerylint.syntax.flow import block_nodes
from celerylint.syntax.index import FUNCTIONS, LOOPS, TRIES
from celerylint.syntax.node import WITHS, callee, last_name, values_given, without_await

_TRANSACTIONS = frozenset({"begin", "begin_nested", "atomic", "lock"})


class UnguardedLoop:
    """A `for` of a task's own function, or of its coroutine, over what a query or another module has given. It hands
    each item to another module, and neither the loop nor the function of this file that is called handles an error."""

    of = Loop

    def __init__(self, loop: Loop, work: ast.Call) -> None:
        self.module = loop.module
        self.node = loop.whole
        self.task = loop.code.owner_name
        self.work = _name(work.func)
        start = self.module.span(loop.whole)
        end = self.module.span(loop.whole.iter)  # type: ignore[attr-defined]
        self.span = Span(start.line, start.column, end.end_line, end.end_column)

    @classmethod
    def find(cls, module: Module) -> Iterable[UnguardedLoop]:
        for loop in module.all(Loop):
            if isinstance(loop.whole, (ast.For, ast.AsyncFor)) and _is_of_loaded(loop):
                nodes = list(loop.nodes())
                done = [_done(loop, node) for node in nodes]
                works = [call for call in done if call and _is_work(loop, call)]
                if works and loop.code.is_main and not any(map(_may_guard, nodes)) and not _is_part(loop):
                    yield cls(loop, works[0])


def _is_of_loaded(loop: Loop) -> bool:
    """Whether the items were loaded: by a query, or by a function of another module of the project."""
    if not loop.is_unbounded or loop.iterable is None:
        return False
    module = loop.module
    if any(module.at(Query, part) for part in written_out(module, loop.iterable)):
        return True
    given = module.scopes.assigned(loop.iterable) or loop.iterable
    given = without_await(given)
    return isinstance(given, ast.Call) and not is_made(given) and _is_elsewhere(module, given)


def _name(function: ast.expr) -> str:
    """What a function is called by; the last name alone at the end of a chain of calls."""
    text = ast.unparse(function)
    return last_name(function) if "(" in text else text


def _done(loop: Loop, node: ast.AST) -> ast.Call | None:
    """The call that a statement is there for: `settle(order)`, `await settle(order)`, `count += settle(order)`; where
    its result is kept, only a service, which is no query, is sure to do more than look something up."""
    value = node.value if isinstance(node, (ast.Expr, ast.Assign, ast.AugAssign)) else None
    value = without_await(value)
    if not isinstance(value, ast.Call):
        return None
    if not isinstance(node, ast.Assign):
        return value
    name = loop.module.scopes.qualified(value.func) or ""
    is_service = any(is_part(word, name) for word in loop.module.settings.service_packages)
    return value if is_service and not Query.of_chain(loop.code, value) else None


def _is_work(loop: Loop, call: ast.Call) -> bool:
    """Whether a call is handed the item, and does something that may fail."""
    if not any(mentions(value, loop.item_names) for value in values_given(call)) or is_made(call):
        return False
    if last_name(call.func) in SENDING | SIGNING:
        return False
    session_call = loop.module.at(SessionCall, call)
    if session_call:
        return session_call.sends
    definition = loop.module.scopes.definition(call.func)
    if isinstance(definition, FUNCTIONS):
        nodes = list(block_nodes(definition.body))
        return not any(map(_may_guard, nodes)) and any(
            isinstance(node, ast.Call) and not is_made(node) and _may_be_elsewhere(loop.module, node) for node in nodes
        )
    return _is_elsewhere(loop.module, call)


def _is_elsewhere(module: Module, call: ast.Call) -> bool:
    """Whether a call is of a function that another module of the project defines, as far as can be seen."""
    return module.scopes.qualified(call.func) is not None and _may_be_elsewhere(module, call)


def _may_be_elsewhere(module: Module, call: ast.Call) -> bool:
    name = module.scopes.qualified(call.func) or ""
    root = name.lstrip(".").partition(".")[0].partition("(")[0]
    return ":" not in name and root not in PLAIN_PACKAGES and not is_log_call(call)


def _may_guard(node: ast.AST) -> bool:
    """Whether a node may handle an error: a `try`, or a `with` of something that is no transaction."""
    if isinstance(node, WITHS):
        managers = [item.context_expr for item in node.items]
        names = {last_name(callee(each)) for each in managers}
        return not names <= _TRANSACTIONS
    return isinstance(node, TRIES)


def _is_part(loop: Loop) -> bool:
    """Whether the loop is part of what another does for one item, or of what is to be done as a whole or not at all."""
    for above in loop.module.index.ancestors(loop.whole):
        if isinstance(above, FUNCTIONS):
            return any(map(_is_atomic, above.decorator_list))
        if isinstance(above, LOOPS) or any(_is_atomic(item.context_expr) for item in getattr(above, "items", ())):
            return True
    return False


def _is_atomic(node: ast.expr) -> bool:
    return last_name(callee(node)) == "atomic"
