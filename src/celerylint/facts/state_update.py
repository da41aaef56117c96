"""States that tasks give themselves: calls of `update_state`."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.names import CURRENT_TASK
from celerylint.celery.states import (
    EXCEPTION_STATES,
    PROGRESS,
    PROGRESS_KEYS,
    STATES,
    UNDER_WAY,
    UPDATE_STATE_PARAMETERS,
)
from celerylint.core.span import Span
from celerylint.facts.ignored_result import asks_for_results, ignores_by_default, ignores_result
from celerylint.facts.module import Module
from celerylint.facts.name_use import uses_of
from celerylint.facts.task import Task, task_of
from celerylint.facts.task_class import Part, TaskClass
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.node import is_none, keyword_value, unpacks
from celerylint.syntax.value import UNKNOWN, entries, text_of

_TEXT_MAKERS = frozenset({"builtins.str", "builtins.repr"})


class StateUpdate:
    """A call of `update_state` on a task: the bound first parameter, `self` of a task class, `current_task`, or the
    task's own name. Classes that replace the method are left out."""

    words = ("update_state",)

    def __init__(self, module: Module, node: ast.Call, task: Task | None) -> None:
        self.module = module
        self.node = node
        self._task = task

    @classmethod
    def find(cls, module: Module) -> Iterable[StateUpdate]:
        for call in module.index.calls("update_state"):
            function = call.func
            if isinstance(function, ast.Attribute):
                task = task_of(module, function.value)
                if _is_celerys(module, function.value, task):
                    yield cls(module, call, task)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @cached_property
    def _given(self) -> dict[str, ast.expr]:
        given = dict(zip(UPDATE_STATE_PARAMETERS, self.node.args, strict=False))
        given.update((keyword.arg, keyword.value) for keyword in self.node.keywords if keyword.arg)
        return given

    @cached_property
    def state(self) -> str | None:
        """The state by name, where it is known."""
        return None if unpacks(self.node) else _state(self.module, self._given.get("state"))

    @property
    def meta(self) -> ast.expr | None:
        """What is stored with the state."""
        return None if unpacks(self.node) else self._given.get("meta")

    @property
    def misplaced_state(self) -> Part | None:
        """The first argument, which is the task's id, where it can only be meant for the state."""
        arguments = self.node.args
        if unpacks(self.node) or not 1 <= len(arguments) <= 2 or keyword_value(self.node, "state"):
            return None
        name = _state(self.module, arguments[0])
        if len(arguments) == 1:
            misplaced = name is not None
        else:  # a dictionary is never a state; another value may be one, after the id of some task
            is_state = _state(self.module, arguments[1]) is not None
            misplaced = _dict(self.module, arguments[1]) is not None or (name in STATES | UNDER_WAY and not is_state)
        span = self.module.span(arguments[0])
        return Part(self.module.source.excerpt(span), span) if misplaced else None

    @property
    def has_known_misplaced_state(self) -> bool:
        """Whether the first argument is seen to be the name of a state."""
        return _state(self.module, self.node.args[0]) is not None

    @property
    def meant_names(self) -> tuple[tuple[Span, str], ...]:
        """The arguments that are given by place, and what they are meant for where the first is a state."""
        return tuple(zip(map(self.module.span, self.node.args), ("state", "meta"), strict=False))

    @property
    def hides_exception(self) -> bool:
        """Whether the state is that of a failure, and what is stored with it neither is nor describes an exception."""
        meta = self.meta
        if self.state not in EXCEPTION_STATES or meta is None:
            return False
        made = _dict(self.module, meta)
        if made:
            keys = [key for key, _ in entries(made, self.module.scopes) or []]
            return bool(keys) and _is_closed(made) and "exc_type" not in keys and UNKNOWN not in keys
        is_text = isinstance(meta, ast.JoinedStr) or bool(text_of(meta, self.module.scopes))
        return is_text or (isinstance(meta, ast.Call) and self.module.scopes.qualified(meta.func) in _TEXT_MAKERS)

    @property
    def missing_progress(self) -> list[str]:
        """The keys by which a reader of PROGRESS learns how far it is, and which are surely not stored with it."""
        meta = self.meta
        if self.state != PROGRESS:
            return []
        if meta is None or is_none(meta):
            return list(PROGRESS_KEYS)
        made = _dict(self.module, meta)
        keys = [key for key, _ in entries(made, self.module.scopes) or []] if made and _is_closed(made) else [UNKNOWN]
        return [] if UNKNOWN in keys else [key for key in PROGRESS_KEYS if key not in keys]

    @cached_property
    def task(self) -> Task | None:
        """The task of this file that changes its own state here."""
        identity = self._given.get("task_id")
        if unpacks(self.node) or (identity is not None and not _is_own_id(identity)):
            return None
        return self._task or next(
            (task for above in self._functions for task in [self.module.at(Task, above)] if task), None
        )

    @property
    def _functions(self) -> Iterable[ast.AST]:
        return (above for above in self.module.index.ancestors(self.node) if isinstance(above, FUNCTIONS))


class EndlessProgress:
    """The first state that a task gives itself although its result is ignored, where none of them is a last one."""

    of = StateUpdate
    words = ("update_state",)

    def __init__(self, update: StateUpdate, task: Task) -> None:
        self.task = task
        self.state = update.state
        self.node = update.node
        self.span = update.span

    @classmethod
    def find(cls, module: Module) -> Iterable[EndlessProgress]:
        updates: dict[Task, list[StateUpdate]] = {}
        for update in module.all(StateUpdate):
            if update.task:
                updates.setdefault(update.task, []).append(update)
        endless = [
            (task, own)
            for task, own in updates.items()
            if all((update.state or "").upper() in UNDER_WAY for update in own)
        ]
        if endless and not asks_for_results(module):
            by_default, replaced = ignores_by_default(module), _replaced(module)
            for task, own in endless:
                if ignores_result(task, by_default) and task not in replaced:
                    yield cls(own[0], task)


def _replaced(module: Module) -> set[Task | None]:
    """The tasks that put another one in their place, which may keep its result."""
    calls = module.index.calls("replace")
    return {task_of(module, call.func.value) for call in calls if isinstance(call.func, ast.Attribute)}


def _is_celerys(module: Module, receiver: ast.expr, task: Task | None) -> bool:
    """Whether a receiver is a task whose `update_state` is Celery's own."""
    if task:
        return not task.has_unknown_base and not (task.base and "update_state" in task.base.method_names)
    qualified = module.scopes.qualified(receiver) or ""
    if qualified in CURRENT_TASK:
        return True
    owner = module.at(TaskClass, module.scopes.defined(qualified.removesuffix("()")))
    return owner is not None and qualified.endswith("()") and "update_state" not in owner.method_names


def _state(module: Module, node: ast.expr | None) -> str | None:
    """The state that an expression is: a text, or an attribute of `celery.states`."""
    text = text_of(node, module.scopes)
    if text is not None or node is None:
        return text
    prefix, _, name = (module.scopes.qualified(node) or "").rpartition(".")
    return name if prefix == "celery.states" and name in STATES else None


def _is_own_id(node: ast.expr) -> bool:
    """Whether an expression is `self.request.id`."""
    request = node.value if isinstance(node, ast.Attribute) and node.attr == "id" else None
    return isinstance(request, ast.Attribute) and request.attr == "request"


def _dict(module: Module, node: ast.expr) -> ast.expr | None:
    """The dictionary that an expression is, unless it has a name by which something is done to it."""
    made = module.scopes.assigned(node)
    if made is None or isinstance(made, ast.Name) or entries(made, module.scopes) is None:
        return None
    return None if isinstance(node, ast.Name) and _is_changed(module, node) else made


def _is_changed(module: Module, name: ast.Name) -> bool:
    """Whether what a name stands for has a method called or an item set, as far as the function around it shows."""
    scope = module.index.enclosing_function(name)
    if scope is None or module.scopes.scope_of(name, name.id) is not scope:
        return True
    parents = module.index.parents
    return any(
        isinstance(use, ast.Attribute) or (isinstance(use, ast.Subscript) and not isinstance(use.ctx, ast.Load))
        for use in (parents[node] for node in uses_of(module, scope, name.id))
    )


def _is_closed(node: ast.expr) -> bool:
    """Whether all keys of a dictionary are written there."""
    if isinstance(node, ast.Dict):
        return None not in node.keys
    return isinstance(node, ast.Call) and not node.args and all(keyword.arg for keyword in node.keywords)
