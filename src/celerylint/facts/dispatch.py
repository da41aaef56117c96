"""Dispatches: a task sent, or made into a signature; and what they give: signatures and results."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import NamedTuple

from celerylint.celery.calls import (
    KEEPING,
    OF_TASKS_ONLY,
    ONLY_CELERY_CALL_OPTIONS,
    PARAMETERS,
    PASSING,
    SENDING,
    SIGNING,
)
from celerylint.celery.names import SIGNATURES
from celerylint.core.lazy import lazy
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.arguments import Arguments, given_options
from celerylint.facts.import_time import is_executed_at_import
from celerylint.facts.module import Module
from celerylint.facts.origin import MAX_LINKS, OF_APPS, Origin, is_elsewhere, kept_by, origin_of
from celerylint.facts.task import Task
from celerylint.facts.task_class import Option, Options
from celerylint.syntax.index import descendants
from celerylint.syntax.value import text_of

_METHODS = SENDING | SIGNING | {"apply"}
_SPELLINGS = (*sorted(_METHODS), "set", "Signature", "maybe_signature")
_NO_OPTIONS = frozenset({"args", "kwargs", "name", "task", "options", "immutable", "app", "type", "subtask_type"})
_SIGNING_WORDS = (".s(", ".si(", "ignature", "subtask")
_WORDS = (".delay", ".apply_async", ".send_task", ".chunks(", *_SIGNING_WORDS)
_WORDS_OF_TASKS = (".map(", ".starmap(", ".apply(")


class Keyword(NamedTuple):
    """A keyword argument of a dispatch."""

    name: str
    span: Span


class Dispatch:
    """A call of `delay`, `apply_async`, `s`, `signature` … on a task or on a signature made of it, or of a task by its
    name: `app.send_task("name")`, `signature("name")`.

    `kind` is known (a task of the project: `task`), imported (one of a file that cannot be seen) or named.
    """

    words = (
        *("delay", "delay_on_commit", "apply_async", "apply_async_on_commit", "send_task", "chunks", ".s(", ".si("),
        *("signature", "Signature", "maybe_signature", "subtask", ".map(", "starmap", ".apply("),
    )
    pattern = regex(r"\.?\w+\s*\(")

    def __init__(self, module: Module, node: ast.Call, method: str, origin: Origin) -> None:
        self.module = module
        self.node = node
        self.method = method
        self.task = origin.task
        self.kind = "named" if origin.kind == "app" else origin.kind
        self._origin = origin

    @classmethod
    def find(cls, module: Module) -> Iterable[Dispatch]:
        texts = [*_WORDS, *(_WORDS_OF_TASKS if module.may_hold(Task) else ())]
        if any(map(module.spoken.holds, (".s(", ".si(", "*ignature*", "*subtask*"))):
            texts.append(".set(")
        for call in module.index.calls(*_SPELLINGS, texts=tuple(texts)):
            function = call.func
            method = function.attr if isinstance(function, ast.Attribute) else function.id  # type: ignore[attr-defined]
            if "ignature" in method and module.scopes.qualified(function) in SIGNATURES:
                yield cls(module, call, "signature", _signed(module, call))
            elif isinstance(function, ast.Attribute) and (method != "set" or _may_be_signature(module, function.value)):
                origin = _dispatched(module, call, function)
                if origin:
                    yield cls(module, call, method, origin)

    @lazy
    def span(self) -> Span:
        return self.module.span(self.node)

    @lazy
    def task_name(self) -> str | None:
        """The name that a named task is registered under, where it can be seen."""
        if self.kind != "named":
            return None
        function = self.node.func
        if isinstance(function, ast.Attribute) and self.method not in ("signature", "send_task"):
            made = signature_of(self.module, function.value)
            return made.task_name if made else None
        return text_of(self._name_node, self.module.scopes)

    @property
    def _name_node(self) -> ast.expr | None:
        given = (keyword.value for keyword in self.node.keywords if keyword.arg in ("name", "task"))
        return self.node.args[0] if self.node.args else next(given, None)

    @property
    def name(self) -> str:
        """What the task is called here."""
        if self.kind != "named":
            return self._origin.name
        return self.task_name or (ast.unparse(self._name_node) if self._name_node else self.method)

    @property
    def name_span(self) -> Span:
        """The place where a named task is named."""
        return self.module.span(self._name_node or self.node)

    @property
    def has_literal_name(self) -> bool:
        """Whether a named task's name is written out there."""
        return isinstance(self._name_node, ast.Constant)

    @property
    def is_guessed(self) -> bool:
        """Whether only the way it is called tells that it is one of a task; of its class nothing is known."""
        return self._origin.is_guessed

    # --- what it does

    @property
    def is_signature(self) -> bool:
        """Whether it makes a signature and sends nothing."""
        return self.method in SIGNING

    @property
    def is_sent(self) -> bool:
        """Whether it sends a message."""
        return self.method in SENDING

    @property
    def is_of_task(self) -> bool:
        """Whether it is called on the task itself, and not on a signature."""
        return self.kind != "named" and not self._origin.methods

    @property
    def has_own_sender(self) -> bool:
        """Whether a class of the project may send the task, and read options that Celery does not know."""
        return self.task is not None and self.task.has_own_sender

    @property
    def is_thrown_away(self) -> bool:
        """Whether the call, and what `set` and the like make of it, stands alone as a statement."""
        parents = self.module.index.parents
        node: ast.AST = self.node
        above = parents[node]
        while isinstance(above, ast.Attribute) and above.attr in KEEPING and isinstance(parents[above], ast.Call):
            node = parents[above]
            above = parents[node]
        return isinstance(above, ast.Expr)

    @property
    def is_at_import(self) -> bool:
        """Whether the call is executed by whoever imports the file. What is run as a script is left out."""
        return is_executed_at_import(self.module, self.node)

    # --- what it is given

    @property
    def passes_arguments(self) -> bool:
        """Whether the arguments of the call are handed to the task's function as they are."""
        return self.method in PASSING

    @lazy
    def keywords(self) -> list[Keyword]:
        """The keyword arguments, `**` left out."""
        return [Keyword(keyword.arg, self.module.span(keyword)) for keyword in self.node.keywords if keyword.arg]

    @lazy
    def _given(self) -> Options:
        if self.passes_arguments or self.method in ("chunks", "map", "starmap"):
            return Options({}, False)
        method = self.method.removesuffix("_on_commit")
        if self.kind == "named" and method == "signature":
            return given_options(self.module, self.node, ("task", *PARAMETERS["signature"]))
        return given_options(self.module, self.node, PARAMETERS.get("signature" if method == "subtask" else method, ()))

    @lazy
    def options(self) -> Options:
        """The execution options of `apply_async`, `send_task`, `set` and `signature`."""
        named = {name: option for name, option in self._given.named.items() if name not in _NO_OPTIONS}
        return Options(named, self._given.open)

    def option(self, name: str) -> Option | None:
        """An execution option by name, None if it is not given."""
        return self.options.named.get(name)

    def given(self, name: str) -> Option | None:
        """What `apply_async` and the like are given as `args` or `kwargs`, by name or by place."""
        return self._given.named.get(name)

    @lazy
    def arguments(self) -> Arguments:
        """The arguments that the call hands to the task's function."""
        if self.passes_arguments:
            return Arguments.of_call(self.module, self.node)
        args, kwargs = self.given("args"), self.given("kwargs")
        values = Arguments.of_values(self.module, args.node if args else None, kwargs.node if kwargs else None)
        return values._replace(open=values.open or self._given.open)

    @property
    def is_refused_by_task(self) -> bool:
        """Whether the task's function raises TypeError for a keyword argument that it has no parameter for."""
        return self.task is not None and self.task.parameters.double_star is None

    def is_taken(self, name: str) -> bool:
        """Whether the task's function takes a keyword argument, itself or in its `**kwargs`; so it may if it is not
        known."""
        if self.task is None or self.task.is_wrapped or self.task.is_elsewhere or self.task.parameters.takes(name):
            return True
        double_star = self.task.parameters.double_star
        return double_star is not None and self._may_read(self.task, double_star, name)

    def _may_read(self, task: Task, double_star: str, name: str) -> bool:
        """Whether the function reads that key of its `**kwargs`, or hands them on to where it cannot be seen."""
        for node in descendants(task.node):
            if not (isinstance(node, ast.Name) and node.id == double_star):
                continue
            key = self._key_read(node)
            if key is None or key == name:
                return True
        return False

    def _key_read(self, node: ast.Name) -> str | None:
        parent = self.module.index.parents[node]
        if isinstance(parent, ast.Subscript):
            return text_of(parent.slice, self.module.scopes)
        call = self.module.index.parents[parent]
        if (
            isinstance(parent, ast.Attribute)
            and parent.attr in ("get", "pop")
            and isinstance(call, ast.Call)
            and call.args
        ):
            return text_of(call.args[0], self.module.scopes)
        return None


# --- doors


def signature_of(module: Module, node: ast.expr) -> Dispatch | None:
    """The dispatch that made the signature which an expression is: `task.s(1)`, a name for it, `sig.set(...)`."""
    found = module.at(Dispatch, kept_by(module, node))
    return found if found and found.is_signature else None


def is_signature(module: Module, node: ast.expr) -> bool:
    """Whether an expression is a signature: of a task, or a canvas (`chain(...)`, `a | b`)."""
    waiting = [node]
    for _ in range(MAX_LINKS):
        if not waiting:
            break
        part = waiting.pop()
        part = module.scopes.assigned(part) or part
        if isinstance(part, ast.BinOp) and isinstance(part.op, ast.BitOr):
            waiting += [part.left, part.right]
            continue
        origin = origin_of(module, part)
        if origin and origin.is_signature:
            return True
    return False


# --- what a call dispatches


def _dispatched(module: Module, call: ast.Call, function: ast.Attribute) -> Origin | None:
    """What a call of such a method dispatches."""
    origin = origin_of(module, function.value, function.attr)
    if origin is None and function.attr == "apply_async":
        keywords = {keyword.arg for keyword in call.keywords}
        name = module.scopes.qualified(function.value) if keywords & ONLY_CELERY_CALL_OPTIONS else None
        if name and "." in name.strip(".") and is_elsewhere(name):
            return Origin("imported", None, name.rpartition(".")[2], is_guessed=True)
    if origin is None or origin.kind == "canvas":
        return None
    if origin.kind == "app":
        is_named = origin.is_signature or (not origin.methods and function.attr in OF_APPS)
        return origin if is_named else None
    if function.attr == "send_task" or not origin.is_dispatchable:
        return None
    if function.attr in OF_TASKS_ONLY and origin.kind == "imported" and not origin.methods:
        return None
    return origin


def _may_be_signature(module: Module, node: ast.expr) -> bool:
    node = module.scopes.assigned(node) or node
    return (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in SIGNING | KEEPING
    ) or (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and "signature" in node.func.id)


def _signed(module: Module, call: ast.Call) -> Origin:
    """What `signature(...)` is given: a task, or the name of one."""
    origin = origin_of(module, call.args[0]) if call.args else None
    return origin if origin and not origin.methods and origin.kind != "canvas" else Origin("named", None, "")
