"""What canvases are given, and what becomes of them."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.calls import KEEPING
from celerylint.core.span import Span
from celerylint.facts.canvas import Canvas, Element, canvas_of, contents
from celerylint.facts.dispatch import is_signature
from celerylint.facts.module import Module
from celerylint.facts.name_use import uses_of
from celerylint.facts.result import is_result
from celerylint.facts.task import Task, task_of
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.value import fold


class Member:
    """An expression that a canvas is given in the place of a signature. `role` is link, member, header or body."""

    of = Canvas

    def __init__(self, canvas: Canvas, node: ast.expr, role: str) -> None:
        self.canvas = canvas
        self.module = canvas.module
        self.node = node
        self.role = role

    @classmethod
    def find(cls, module: Module) -> Iterable[Member]:
        for canvas in module.all(Canvas):
            for element in canvas.elements:
                role = {"chain": "link", "group": "member", "chord": "header"}[canvas.kind]
                for node in (element.node, *_appended(module, element)):
                    yield cls(canvas, node, role)
            if canvas.body is not None:
                yield cls(canvas, canvas.body, "body")

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @cached_property
    def called_task(self) -> Task | None:
        """The task of this file that is called here like a function, unless it may give a signature."""
        task = task_of(self.module, self.node.func) if isinstance(self.node, ast.Call) else None
        return None if task is None or task.is_wrapped or _may_give_signature(task) else task

    @property
    def bare_task(self) -> Task | None:
        """The task that stands here itself, where no signature is made of it. A list of tasks does for the header of a
        chord, and a chain of one task gives the task."""
        if self.role == "header" or (self.role == "link" and len(self.canvas.elements) == 1):
            return None
        return task_of(self.module, self.node) if isinstance(self.node, (ast.Name, ast.Attribute)) else None

    @property
    def may_take_result(self) -> bool:
        """Whether a signature here may be given what another task returns: in a chain behind its first task, as the
        body of a chord, or in a canvas that is part of another."""
        is_first = self.role != "body" and (self.role != "link" or self.node is self.canvas.elements[0].node)
        parts = {element.node for canvas in self.module.all(Canvas) for element in canvas.elements}
        parts |= {canvas.body for canvas in self.module.all(Canvas) if canvas.body}
        return not is_first or self.canvas.node in parts

    @cached_property
    def is_sent(self) -> bool:
        """Whether it is the result of a task that has been sent already."""
        return is_result(self.module, self.node)

    @property
    def is_delayed(self) -> bool:
        """Whether it is written as a call of `delay`, which takes what `s` takes."""
        function = self.node.func if isinstance(self.node, ast.Call) else None
        return isinstance(function, ast.Attribute) and function.attr == "delay"


class DroppedCanvas:
    """A canvas of signatures that is neither started nor given to anybody: a statement of its own, or a name that
    nobody reads."""

    of = Canvas

    def __init__(self, canvas: Canvas) -> None:
        self.node = canvas.node
        self.kind = canvas.kind
        self.span = canvas.span

    @classmethod
    def find(cls, module: Module) -> Iterable[DroppedCanvas]:
        spoilt = {member.canvas for member in module.all(Member) if member.called_task or member.is_sent}
        for canvas in module.all(Canvas):
            if canvas not in spoilt and _is_dropped(canvas):
                yield cls(canvas)


class GroupLink:
    """A callback that a group is given when it is started: `group(...).apply_async(link=...)`."""

    of = Canvas

    def __init__(self, module: Module, node: ast.keyword) -> None:
        self.node = node
        self.option = node.arg or ""
        self.span = module.span(node)

    @classmethod
    def find(cls, module: Module) -> Iterable[GroupLink]:
        groups = [canvas.node for canvas in module.all(Canvas) if canvas.kind == "group"]
        if not groups:
            return
        calls = [call for call in module.index.calls("apply_async") if call.keywords]
        above = (module.index.parents[node] for node in groups)
        calls += [call for call in above if isinstance(call, ast.Call) and isinstance(call.func, ast.Call)]
        for call in calls:
            for keyword in call.keywords:
                if keyword.arg in ("link", "link_error") and fold(keyword.value, module.scopes) is not None:
                    started = call.func.value if isinstance(call.func, ast.Attribute) else call.func
                    canvas = canvas_of(module, started)
                    if canvas and canvas.kind == "group":
                        yield cls(module, keyword)


def _appended(module: Module, element: Element) -> list[ast.expr]:
    """What has been appended to a list that has a name, `parts.append(...)`, unless there are signatures among it: the
    list may serve two ends."""
    name = element.node
    scope = module.scopes.scope_of(name, name.id) if element.is_open and isinstance(name, ast.Name) else None
    if not isinstance(name, ast.Name) or not isinstance(scope, (ast.Module, *FUNCTIONS)):
        return []
    found = []
    for use in uses_of(module, scope, name.id):
        method = module.index.parents[use]
        call = module.index.parents[method]
        is_append = isinstance(method, ast.Attribute) and method.attr == "append" and isinstance(call, ast.Call)
        if is_append and use.lineno < name.lineno and module.scopes.scope_of(use, name.id) is scope:
            found += call.args[:1]  # type: ignore[attr-defined]
    return [] if any(is_signature(module, node) for node in found) else found


def _may_give_signature(task: Task) -> bool:
    """Whether calling a task's function may give a signature, or a list of them, by what it returns and says of it."""
    module = task.module
    for statement in module.index.own(task.node, ast.Return):
        values = [Element(statement.value), *contents(module, statement.value)] if statement.value else []
        if any(is_signature(module, value.node) for value in values):
            return True
    annotation = module.source.excerpt(module.span(task.node.returns)) if task.node.returns else ""
    return any(word in annotation.lower() for word in ("signature", "chain", "group", "chord", "canvas"))


def _is_dropped(canvas: Canvas) -> bool:
    parents = canvas.module.index.parents
    above = parents[canvas.node]
    while isinstance(above, ast.Attribute) and above.attr in KEEPING:
        call = parents[above]
        if not (isinstance(call, ast.Call) and call.func is above):
            return False
        above = parents[call]
    targets = above.targets if isinstance(above, ast.Assign) else []
    if isinstance(above, ast.AnnAssign):
        targets = [above.target]
    if len(targets) == 1 and isinstance(targets[0], ast.Name):
        return _is_never_read(canvas.module, targets[0])
    return isinstance(above, ast.Expr)


def _is_never_read(module: Module, name: ast.Name) -> bool:
    function = module.index.enclosing_function(name)
    if function is None or module.scopes.scope_of(name, name.id) is not function:
        return False
    return uses_of(module, function, name.id) == [name] and not uses_of(module, function, "locals")
