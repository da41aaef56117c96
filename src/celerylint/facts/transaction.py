"""Transactions: the blocks that are one, and what happens in them in the order it happens."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from celerylint.celery.calls import SENDING_NOW
from celerylint.celery.databases import SESSION_EXECUTES, SESSION_WRITES
from celerylint.celery.transactions import (
    ATOMIC,
    INSTANCE_WRITES,
    MANAGER_WRITES,
    ON_COMMIT,
    ONLY_MANAGER_WRITES,
    SAVE_KEYWORDS,
)
from celerylint.core.span import Span
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.module import Module
from celerylint.facts.query import is_model
from celerylint.facts.result import is_result
from celerylint.facts.row import row
from celerylint.facts.session import Session, is_session
from celerylint.facts.session_life import is_made
from celerylint.facts.statement import writes
from celerylint.facts.task import Task
from celerylint.syntax.index import FUNCTIONS, Function
from celerylint.syntax.node import callee, keyword_value, last_name, subtree, values_given, without_await

_INNER = (*FUNCTIONS, ast.ClassDef, ast.Lambda)
_FORMS = ("form", "serializer", "formset")
WRITING = SESSION_WRITES | SESSION_EXECUTES | MANAGER_WRITES | INSTANCE_WRITES
"""Methods that may write, whatever they are called on."""

_FROM_MODELS = ("objects", "get_object_or_404", "get_object")


class Event(NamedTuple):
    """A call, or an assignment to an attribute, that writes to a database or sends a task.

    `session` is the source of the SQLAlchemy session that is written to, empty for Django; `task` what is sent, by a
    function of this file if `helper` names one.
    """

    kind: Literal["write", "send"]
    node: ast.expr
    session: str = ""
    task: str = ""
    helper: str = ""


class Transaction:
    """A block that commits at its end: `with transaction.atomic()`, `with session.begin()`, a function with
    `@transaction.atomic`, a `with` whose manager is a function of this file that commits. Blocks inside one are left
    out."""

    words = ("atomic", "begin", "begin_nested", "contextmanager", "asynccontextmanager")

    def __init__(self, module: Module, node: ast.With | ast.AsyncWith | Function, is_django: bool) -> None:
        self.module = module
        self.node = node
        self.is_django = is_django

    @classmethod
    def find(cls, module: Module) -> Iterable[Transaction]:
        outer: set[ast.AST] = set()
        has_sessions = module.speaks_of(Session)
        managers = module.index.functions("contextmanager", "asynccontextmanager") if has_sessions else []
        scopes = {function.name for function in managers if _commits(module, function)}
        for function in module.index.functions("atomic"):
            if any(is_atomic(module, each) for each in function.decorator_list):
                outer.add(function)
                yield cls(module, function, is_django=True)
        texts = ("atomic", ".begin", *scopes) if has_sessions else ("atomic",)
        blocks: list[ast.With | ast.AsyncWith] = [
            *module.index.all(ast.With, *texts),
            *module.index.all(ast.AsyncWith, *texts),
        ]
        for node in blocks:
            kinds = {_kind(module, item, scopes) for item in node.items} - {None}
            if kinds and not _is_inside(module, node, outer):
                outer.add(node)
                yield cls(module, node, is_django="django" in kinds)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)


def is_atomic(module: Module, node: ast.expr) -> bool:
    """Whether an expression is `transaction.atomic`, called or not."""
    function = callee(node)
    return last_name(function) in ("atomic", "Atomic") and module.scopes.qualified(function) in ATOMIC


def _is_inside(module: Module, node: ast.AST, outer: set[ast.AST]) -> bool:
    """Whether a node stands in one of the blocks, and in the same function."""
    for above in module.index.ancestors(node):
        if above in outer:
            return True
        if isinstance(above, FUNCTIONS):
            return False
    return False


def _kind(module: Module, item: ast.withitem, scopes: set[str]) -> str | None:
    """Which kind of transaction a `with` opens; `scopes` are the names of this file's managers that commit."""
    manager = item.context_expr
    if not isinstance(manager, ast.Call):
        return None
    function = manager.func
    name = last_name(function)
    if name == "begin" and isinstance(function, ast.Attribute):
        opened = [function.value, *([item.optional_vars] if item.optional_vars else ())]
        return "session" if any(is_session(module, node) for node in opened) else None
    if is_atomic(module, manager):
        return "django"
    definition = module.scopes.definition(function) if name in scopes else None
    return "session" if isinstance(definition, FUNCTIONS) and _commits(module, definition) else None


def _commits(module: Module, function: Function) -> bool:
    """Whether a function of this file is a context manager that yields a session and commits it afterwards."""
    if not any(last_name(callee(each)).endswith("contextmanager") for each in function.decorator_list):
        return False
    given = [node for node in module.index.yields(function) if isinstance(node, ast.Yield) and node.value]
    committed = [call for call in module.index.own(function, ast.Call) if method_of(call) == "commit"]
    return any(is_session(module, node.value) for node in given if node.value) and any(
        call.lineno > node.lineno for call in committed for node in given
    )


def method_of(call: ast.Call) -> str:
    """The method that a call is of; empty for any other call."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


# --- events


def events(module: Module, node: ast.AST) -> list[Event]:
    """What a statement or expression writes and sends, in the order of evaluation; what is in a lambda or function
    inside runs another time."""
    if isinstance(node, _INNER):
        return []
    parts = list(subtree(node, stop=_INNER))
    calls = [part for part in parts if isinstance(part, ast.Call)]
    calls.sort(key=lambda call: (call.end_lineno or 0, call.end_col_offset or 0))
    found = [event for call in calls for event in _of_call(module, call)]
    if isinstance(node, ast.Assign):
        found += [event for target in node.targets for event in _of_target(module, target)]
    return found


def _of_call(module: Module, call: ast.Call) -> Iterator[Event]:
    task = sent_task(module, call)
    if task:
        yield Event("send", call, task=task)
        return
    session = written_session(module, call)
    if session is not None:
        yield Event("write", call, session)
        return
    function = module.scopes.definition(call.func) if last_name(call.func) in module.scopes.defining_names else None
    if isinstance(function, FUNCTIONS) and not function.decorator_list:
        yield from _of_helper(module, call, function)
    elif function is None:
        yield from _of_other_file(module, call)


def _of_helper(module: Module, call: ast.Call, function: Function) -> Iterator[Event]:
    """What a function of this file does that is called: its own body, one level deep."""
    has_lambda = bool(module.index.own(function, ast.Lambda))
    for inner in module.index.own(function, ast.Call):
        if has_lambda and any(isinstance(above, ast.Lambda) for above in _within(module, inner, function)):
            continue
        task = sent_task(module, inner)
        session = None if task else written_session(module, inner)
        if task:
            yield Event("send", call, task=task, helper=function.name)
        elif session is not None:
            yield Event("write", call, session)


def _of_other_file(module: Module, call: ast.Call) -> Iterator[Event]:
    """What a function of another file writes each time it is called, to a session that it is handed, and what it
    sends."""
    for given in values_given(call):
        if isinstance(given, (ast.Name, ast.Attribute)) and is_session(module, given):
            effects = module.project.effects(module.scopes.qualified(call.func) or "")
            if effects and not SESSION_WRITES.isdisjoint(effects.done_with(call, given, always=True)):
                yield Event("write", call, ast.unparse(given))
    task = sent_by_function(module, call)
    if task:
        yield Event("send", call, task=task, helper=last_name(call.func))


def sent_by_function(module: Module, call: ast.Call) -> str | None:
    """The name of a task that a function of another file sends at once; None if it sends none, or may wait for the
    commit itself."""
    name = module.scopes.qualified(call.func) if _may_be_followed(call) else None
    effects = module.project.effects(name) if name and ":" not in name else None
    for sent in effects.sent if effects else ():
        place = module.project.place(sent)
        task = place.module.at(Task, place.node) if place else None
        if task and not task.owner and not _may_wait(task):
            return task.name
    return None


def _may_be_followed(call: ast.Call) -> bool:
    """Whether what is called may be known as a function: it is no class, and nothing that the manager of a model gives.
    To find out what such a name means, its file would be read."""
    node: ast.expr = call
    while isinstance(node, (ast.Attribute, ast.Call)):
        if isinstance(node, ast.Attribute) and node.attr == "objects":
            return False
        node = node.func if isinstance(node, ast.Call) else node.value
    return not is_made(call)


def _within(module: Module, node: ast.AST, function: Function) -> Iterator[ast.AST]:
    for above in module.index.ancestors(node):
        if above is function:
            return
        yield above


def sent_task(module: Module, call: ast.Call) -> str | None:
    """The name of the task that a call sends at once; None if it sends none, or may wait for the commit itself."""
    if method_of(call) not in SENDING_NOW:
        return None
    holder = module.index.parents[call]
    if isinstance(holder, ast.Call) and module.scopes.qualified(holder.func) in ON_COMMIT:
        return None  # sent too early as well, which dispatched-before-on-commit says
    dispatch = module.at(Dispatch, call)
    if dispatch is not None:
        task = dispatch.task
        return None if dispatch.is_guessed or (task is not None and _may_wait(task)) else dispatch.name
    if not is_result(module, call) or not isinstance(call.func, ast.Attribute):
        return None
    return last_name(callee(call.func.value)) or "canvas"


def _may_wait(task: Task) -> bool:
    """Whether the class of a task may send it once a transaction is committed."""
    has_own = task.base is not None and not SENDING_NOW.isdisjoint(task.base.method_names)
    return task.has_unknown_base or task.app_has_task_class or has_own


# --- writes


def written_session(module: Module, call: ast.Call) -> str | None:
    """The source of the session that a call writes to, empty for one of Django's models; None if it does not write."""
    function = call.func
    if not isinstance(function, ast.Attribute):
        return None
    method, receiver = function.attr, function.value
    if method in SESSION_WRITES and is_session(module, receiver):
        return ast.unparse(receiver)
    if method in SESSION_EXECUTES and call.args and is_session(module, receiver):
        return ast.unparse(receiver) if writes(module, call.args[0]) else None
    if method in MANAGER_WRITES and (method in ONLY_MANAGER_WRITES or _is_of_manager(module, receiver)):
        return ""
    return "" if method in INSTANCE_WRITES and _is_instance_write(module, call, receiver) else None


def _is_of_manager(module: Module, node: ast.expr) -> bool:
    """Whether a chain of calls begins with `Model.objects`."""
    while isinstance(node, (ast.Call, ast.Attribute)):
        if isinstance(node, ast.Attribute) and node.attr == "objects":
            return is_model(module, node.value)
        node = node.func if isinstance(node, ast.Call) else node.value
    return False


def _is_instance_write(module: Module, call: ast.Call, receiver: ast.expr) -> bool:
    """Whether `x.save()` writes a row: nothing is given by place, as files and images take it, and `x` is not known to
    be something else."""
    keywords = {keyword.arg for keyword in call.keywords}
    if getattr(keyword_value(call, "commit"), "value", True) is False:
        return False
    if isinstance(receiver, ast.Call) and last_name(receiver.func) == "super":
        return True
    if call.args or not (keywords <= SAVE_KEYWORDS or last_name(receiver).endswith(_FORMS)):
        return False
    qualified = module.scopes.qualified(receiver)
    if qualified is None or qualified.startswith(":"):
        return call.func.attr in ("save", "asave")  # type: ignore[attr-defined]
    last = qualified.removesuffix("()").rpartition(".")[2].lstrip(":")
    made = qualified.endswith("()") and (last[:1].isupper() or last in _FROM_MODELS)
    return made or any(f".{part}." in qualified for part in _FROM_MODELS)


def _of_target(module: Module, target: ast.expr) -> Iterator[Event]:
    """`order.paid = True`, where `order` is a row of a SQLAlchemy session: the next flush writes it."""
    if not isinstance(target, ast.Attribute) or not isinstance(target.value, ast.Name):
        return
    value = module.scopes.assigned(target.value)
    value = without_await(value)
    if value is None or not row(module, value):
        return
    root: ast.expr = value
    while isinstance(root, (ast.Call, ast.Attribute)) and not is_session(module, root):
        root = root.func if isinstance(root, ast.Call) else root.value
    if is_session(module, root):
        yield Event("write", target, ast.unparse(root))
