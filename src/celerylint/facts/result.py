"""Results of tasks: which expressions are one, and where they are looked up by id."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.calls import SENDING_NOW
from celerylint.celery.names import EAGER_RESULT, RESULTS
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.dispatch import Dispatch, is_signature
from celerylint.facts.module import Module
from celerylint.facts.origin import origin_of
from celerylint.syntax.node import last_name

RESULT_WORDS = (
    *("AsyncResult", "GroupResult", "ResultSet", "delay", "apply_async", ".apply(", "send_task"),
    *("chain", "group", "chord", ".s(", ".si("),
)
"""Texts without any of which a function makes no result."""

RESULT_PATTERN = regex(
    r"AsyncResult|GroupResult|ResultSet|send_task|\.?(?:delay|apply_async|apply)\s*\(|\.si?\("
    r"|(?:(?<=celery\.)|(?<=canvas\.)|(?<![\w.]))(?:chain|group|chord)\s*\(|(?:chain|group|chord)\s+as\b"
)
"""What follows such a text: a `match.group(1)` makes no result."""

_MAKERS = SENDING_NOW | {"AsyncResult", "GroupResult", "ResultSet", "restore", "apply"}


class Lookup:
    """A result looked up by its id: `AsyncResult(task_id)`, `app.AsyncResult(task_id)`, `GroupResult.restore(...)`."""

    words = ("AsyncResult", "GroupResult")

    def __init__(self, module: Module, node: ast.Call, identity: ast.expr) -> None:
        self.module = module
        self.node = node
        self.identity = identity

    @classmethod
    def find(cls, module: Module) -> Iterable[Lookup]:
        for call in module.index.calls("AsyncResult", "restore"):
            given = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg in ("id", "task_id"))]
            if given and is_result(module, call):
                yield cls(module, call, given[0])

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def is_of_own_dispatch(self) -> bool:
        """Whether the id is that of a result which this process has just got: `AsyncResult(sent.id)`."""
        identity = self.module.scopes.assigned(self.identity) or self.identity
        is_id = isinstance(identity, ast.Attribute) and identity.attr in ("id", "task_id")
        return is_id and is_result(self.module, identity.value)  # type: ignore[attr-defined]

    @property
    def place(self) -> str:
        """The function, or `this file`, that looks the result up."""
        function = self.module.index.enclosing_function(self.node)
        return f"`{function.name}`" if function else "this file"


def is_result(module: Module, node: ast.expr) -> bool:
    """Whether an expression is a result that a worker has yet to give: an AsyncResult, GroupResult, ResultSet."""
    made = module.scopes.assigned(node)
    sent = module.at(Dispatch, made)
    if sent:
        return sent.is_sent and not sent.method.endswith("_on_commit")
    qualified = module.scopes.qualified(node) or ""
    if qualified.removesuffix("()").removesuffix(".restore") in RESULTS:
        return qualified.endswith("()")
    origin = origin_of(module, node)
    if origin is None or not origin.methods:
        return isinstance(made, ast.Call) and _sends_pipe(module, made)
    last, before = origin.methods[-1], origin.before
    if last in ("AsyncResult", "GroupResult"):
        return not before.methods and origin.kind in ("known", "imported", "app")
    if last == "send_task":
        return not before.methods and origin.kind == "app"
    if last == "__call__":
        return origin.kind == "canvas" and before.is_signature
    return (last in ("delay", "apply_async") and before.is_dispatchable) or (last == "freeze" and before.is_signature)


def _sends_pipe(module: Module, call: ast.Call) -> bool:
    """Whether a call sends a chain that is written with `|`."""
    function = call.func
    sends = isinstance(function, ast.Attribute) and function.attr in ("delay", "apply_async")
    piped = module.scopes.assigned(function.value if sends else function)  # type: ignore[attr-defined]
    return isinstance(piped, ast.BinOp) and is_signature(module, piped)


def is_eager_result(module: Module, node: ast.expr) -> bool:
    """Whether an expression is what `apply()` gives, which is ready at once."""
    if module.scopes.qualified(node) == f"{EAGER_RESULT}()":
        return True
    origin = origin_of(module, node)
    return origin is not None and origin.methods[-1:] == ("apply",) and origin.before.is_dispatchable


def is_any_result(module: Module, node: ast.expr) -> bool:
    """Whether an expression is a result, an eager one or an item of a list of results included."""
    made = module.scopes.assigned(node)
    if isinstance(made, ast.Call):
        name = last_name(made.func)
        may_be = name in _MAKERS or isinstance(module.scopes.assigned(made.func), (ast.Call, ast.BinOp))
        return may_be and (is_result(module, made) or is_eager_result(module, made))
    if not isinstance(node, ast.Name):
        return False
    bindings = module.scopes.bindings(node)
    binding = bindings[0] if len(bindings) == 1 else None
    if binding and binding.how == "iterate" and isinstance(binding.node, ast.expr):
        return _holds_results(module, binding.node)
    annotated = binding is not None and isinstance(binding.node, ast.arg) and binding.node.annotation is not None
    return annotated and is_result(module, node)


def _holds_results(module: Module, node: ast.expr) -> bool:
    """Whether an iterable is a list made of results only: a display, a comprehension, a list that they are put in."""
    made = module.scopes.assigned(node)
    if isinstance(made, (ast.ListComp, ast.GeneratorExp, ast.SetComp)):
        return is_any_result(module, made.elt)
    if not isinstance(made, (ast.List, ast.Tuple)):
        return False
    if made.elts or not isinstance(node, ast.Name):
        return bool(made.elts) and all(is_any_result(module, part) for part in made.elts)
    body = module.index.enclosing_function(made) or module.index.tree
    put = [
        call.args[0]
        for call in module.index.own(body, ast.Call)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr == "append"
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == node.id
        and module.scopes.assigned(call.func.value) is made
        and call.args
    ]
    return bool(put) and all(is_any_result(module, part) for part in put)
