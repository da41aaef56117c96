"""Callbacks for after a commit of Django, and what `delay_on_commit` gives."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.calls import SENDING_NOW
from celerylint.celery.transactions import ON_COMMIT
from celerylint.core.span import Span
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.module import Module
from celerylint.facts.name_use import is_same_later
from celerylint.facts.result import is_result
from celerylint.facts.transaction import is_atomic, method_of
from celerylint.syntax.flow import leaves_block
from celerylint.syntax.index import COMPREHENSIONS, FUNCTIONS, LOOPS
from celerylint.syntax.node import WITHS, argument, subtree


class OnCommit:
    """A call of `transaction.on_commit(callback)`."""

    words = ("on_commit",)

    def __init__(self, module: Module, node: ast.Call, callback: ast.expr) -> None:
        self.module = module
        self.node = node
        self.callback = callback

    @classmethod
    def find(cls, module: Module) -> Iterable[OnCommit]:
        for call in module.index.calls("on_commit"):
            given = argument(call, 0, "func")
            if given and module.scopes.qualified(call.func) in ON_COMMIT:
                yield cls(module, call, given)

    @cached_property
    def span(self) -> Span:
        """The place of the callback."""
        return self.module.span(self.callback)

    @property
    def source(self) -> str:
        """The callback's source, shortened if it is long."""
        text = ast.unparse(self.callback)
        return text if len(text) <= 40 else "..."

    @property
    def is_result(self) -> bool:
        """Whether the callback is what a dispatch gives, so that the task is already sent."""
        made = self.module.scopes.assigned(self.callback) or self.callback
        dispatch = self.module.at(Dispatch, made)
        return is_result(self.module, made) or (dispatch is not None and dispatch.is_sent)

    @property
    def can_be_deferred(self) -> bool:
        """Whether the callback is a call whose names still stand for the same when it is called later."""
        return isinstance(self.callback, ast.Call) and is_same_later(self.module, self.callback)

    # --- in a loop

    @cached_property
    def _function(self) -> ast.Lambda | ast.FunctionDef | None:
        """The function that is called back, if it is written here: a lambda, or a `def` beside the call."""
        if isinstance(self.callback, ast.Lambda):
            return self.callback
        definition = self.module.scopes.definition(self.callback)
        if not isinstance(definition, ast.FunctionDef) or definition.decorator_list:
            return None
        is_beside = self._loop is not None and self._loop in self.module.index.ancestors(definition)
        return definition if is_beside else None

    @cached_property
    def _loop(self) -> ast.AST | None:
        """The loop around the call, unless each turn of it is a transaction of its own, or leaves it."""
        below: ast.AST = self.node
        for above in self.module.index.ancestors(self.node):
            if isinstance(above, FUNCTIONS):
                return None
            if isinstance(above, WITHS) and any(is_atomic(self.module, item.context_expr) for item in above.items):
                return None
            if isinstance(above, COMPREHENSIONS):
                return above
            if isinstance(above, LOOPS) and below in above.body:
                return above
            if leaves_block(above, below):
                return None
            below = above
        return None

    @cached_property
    def late_name(self) -> str | None:
        """A name that each turn of the loop around the call binds anew, and that the callback, which sends a task,
        reads when it is called: then it holds the last one."""
        function = self._function
        if function is None or self._loop is None:
            return None
        body = [function.body] if isinstance(function, ast.Lambda) else function.body
        parts = list(subtree(*body))
        if not any(isinstance(part, ast.Call) and method_of(part) in SENDING_NOW for part in parts):
            return None
        names = [part for part in parts if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)]
        return next((name.id for name in names if self._is_bound_by_loop(name)), None)

    def _is_bound_by_loop(self, name: ast.Name) -> bool:
        scope = self.module.scopes.scope_of(name, name.id)
        if scope is None or any(above is self._function for above in (scope, *self.module.index.ancestors(scope))):
            return False
        nodes = [binding.node for binding in self.module.scopes.bindings(name)]
        return any(above is self._loop for node in nodes for above in self.module.index.ancestors(node))


class OnCommitDispatch:
    """A call of `delay_on_commit` or `apply_async_on_commit`, which gives None."""

    of = Dispatch
    words = ("delay_on_commit", "apply_async_on_commit")

    def __init__(self, dispatch: Dispatch) -> None:
        self.dispatch = dispatch
        self.module = dispatch.module
        self.node = dispatch.node
        self.method = dispatch.method
        self.task = dispatch.name

    @classmethod
    def find(cls, module: Module) -> Iterable[OnCommitDispatch]:
        for dispatch in module.all(Dispatch):
            if dispatch.method.endswith("_on_commit"):
                yield cls(dispatch)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @cached_property
    def read_attribute(self) -> Span | None:
        """The place where an attribute of the result is read: `task.delay_on_commit(1).id`, or of its name."""
        parent = self.module.index.parents[self.node]
        if isinstance(parent, ast.Attribute):
            return self.module.span(parent)
        target = parent.targets[0] if isinstance(parent, ast.Assign) else None
        body = self.module.index.enclosing_function(self.node) or self.module.index.tree
        if not isinstance(target, ast.Name):
            return None
        for node in self.module.index.own(body, ast.Attribute):
            is_name = isinstance(node.value, ast.Name) and node.value.id == target.id
            if is_name and self.module.scopes.assigned(node.value) is self.node:
                return self.module.span(node)
        return None

    @property
    def has_no_such_method(self) -> bool:
        """Whether the task's base is a class of this file that derives from Celery's own Task: only Django's has it."""
        task = self.dispatch.task
        if task is None or task.base is None or task.has_unknown_base:
            return False
        bases = {base for base in task.base.module.scopes.base_names(task.base.node) if base}
        return bases <= {"celery.Task", "celery.app.task.Task"} and self.method not in task.base.method_names
