"""Circuit breakers around the HTTP requests of task code."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.http import CIRCUIT_BREAKERS, SHARED_STATE
from celerylint.core.regex import regex
from celerylint.core.settings import matches_any
from celerylint.core.span import Span
from celerylint.facts.http_request import HttpRequest
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.syntax.index import COMPREHENSIONS, FUNCTIONS, LOOPS, Function
from celerylint.syntax.node import WITHS, callee, keyword_value, names_in, unpacks, values_given

_BREAKER = regex(r"(?i)breaker|circuit")


class UnguardedRequest:
    """The first HTTP request in a function of task code that has no circuit breaker around it."""

    of = HttpRequest

    def __init__(self, request: HttpRequest) -> None:
        self.node = request.node
        self.function = request.function
        self.span: Span = request.span

    @classmethod
    def find(cls, module: Module) -> Iterable[UnguardedRequest]:
        guarded = _guarded(module)
        seen: set[Function] = set()
        for request in module.all(HttpRequest):
            function = request.code.node
            if function not in guarded and function not in seen and not _is_in_breaker(module, request.node):
                seen.add(function)
                yield cls(request)


class LocalBreaker:
    """A circuit breaker of a library that task code makes for one call, and that nothing keeps for the next run."""

    of = TaskCode
    words = ("pybreaker", "aiobreaker", "circuitbreaker")

    def __init__(self, module: Module, node: ast.expr) -> None:
        self.node = node
        self.span: Span = module.span(node)

    @classmethod
    def find(cls, module: Module) -> Iterable[LocalBreaker]:
        for code in module.all(TaskCode):
            if any(map(code.all, (*LOOPS, *COMPREHENSIONS))):
                continue  # it may count the failures of one run
            inner: list[Function] = [*code.all(ast.FunctionDef), *code.all(ast.AsyncFunctionDef)]
            decorators = [each for function in inner for each in function.decorator_list]
            kept_here = [each.value for each in code.all(ast.Assign) if _is_only_used(code, each)]
            for node in [*decorators, *kept_here]:
                called = callee(node)
                if module.scopes.qualified(called) in CIRCUIT_BREAKERS and not _is_shared(node):
                    yield cls(module, node)


# --- breakers


def _guarded(module: Module) -> set[Function]:
    """The functions that a circuit breaker is around, or that only what it is around may call."""
    if not _BREAKER.search(module.source.text) and not module.spoken.holds_own("breaker_decorators"):
        return set()
    index, scopes = module.index, module.scopes
    found: set[Function] = set()
    waiting: list[ast.AST | None] = []
    for code in module.all(TaskCode):
        if any(_is_breaker(module, each) for each in code.node.decorator_list):
            waiting.append(code.node)
        calls = [call for call in code.calls if _is_breaker(module, call.func)]
        blocks = [block for block in code.withs if _is_block(module, block)]
        names = [name for call in calls for value in values_given(call) for name in names_in(value)]
        names += [name for block in blocks for name in names_in(block)]
        waiting += [scopes.definition(name) for name in names if name.id in scopes.defining_names]
    while waiting:
        function = waiting.pop()
        code_of = module.at(TaskCode, function)
        if code_of and code_of.node not in found:
            found.add(code_of.node)
            waiting += [*code_of.named_functions, *index.own(code_of.node, ast.FunctionDef)]
            waiting += index.own(code_of.node, ast.AsyncFunctionDef)
    return found


def _is_in_breaker(module: Module, node: ast.AST) -> bool:
    """Whether a node stands in the block of a breaker, or is handed to one in a lambda."""
    for above in module.index.ancestors(node):
        if isinstance(above, FUNCTIONS):
            return False
        if isinstance(above, WITHS) and _is_block(module, above):
            return True
        if isinstance(above, ast.Call) and _is_breaker(module, above.func):
            return True
    return False


def _is_block(module: Module, node: ast.With | ast.AsyncWith) -> bool:
    return any(_is_breaker(module, item.context_expr) for item in node.items)


def _is_breaker(module: Module, node: ast.expr) -> bool:
    """Whether an expression may be a circuit breaker: that is all that silence needs."""
    called = callee(node)
    qualified = module.scopes.qualified(called) or ""
    if _BREAKER.search(qualified) or _BREAKER.search(ast.unparse(called)):
        return True
    return matches_any(qualified.lstrip(":"), module.settings.breaker_decorators)


def _is_shared(node: ast.expr) -> bool:
    """Whether a breaker counts in a storage that others share."""
    return isinstance(node, ast.Call) and (keyword_value(node, SHARED_STATE) is not None or unpacks(node))


def _is_only_used(code: TaskCode, node: ast.Assign) -> bool:
    """Whether a call's result is given a local name, and only called, entered or asked for its methods by it."""
    target = node.targets[0]
    if len(node.targets) != 1 or not isinstance(target, ast.Name) or not isinstance(node.value, ast.Call):
        return False
    index = code.module.index
    if code.module.scopes.scope_of(target, target.id) is not code.node:
        return False
    uses = [name for name in names_in(code.node) if name.id == target.id and name is not target]
    return all(_is_use(name, index.parents[name]) for name in uses)


def _is_use(name: ast.Name, above: ast.AST) -> bool:
    if isinstance(above, ast.Call):
        return above.func is name
    return isinstance(above, (ast.Attribute, ast.withitem)) or (
        isinstance(above, FUNCTIONS) and name in above.decorator_list
    )
