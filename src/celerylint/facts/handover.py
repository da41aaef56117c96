"""Results handed over in a canvas, from the task before to a signature that cannot take them."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property
from typing import Literal

from celerylint.celery.calls import KEEPING
from celerylint.core.span import Span
from celerylint.facts.canvas import Canvas, Element, canvas_of
from celerylint.facts.dispatch import Dispatch, signature_of
from celerylint.facts.mismatch import Mismatch
from celerylint.facts.module import Module
from celerylint.facts.origin import MAX_LINKS
from celerylint.facts.parameters import Parameters

_MAX_DEPTH = 30
_TAKING = frozenset({"s", "signature", "subtask"})
Before = Literal["", "result", "results"]
"""What comes before a signature: nothing that is known, the result of a task, or the list of those of a group."""
Kind = Literal["surplus", "twice", "missing"]


class Handover:
    """A signature of a task of this file whose function cannot take the result that Celery puts before the arguments
    (celery.canvas.Signature._merge).

    `before` says what is handed over. `kind` is surplus (too many by place), twice (by place and by name) or missing;
    `name` is the parameter, `given` and `taken` count the arguments by place.
    """

    of = Canvas

    def __init__(self, dispatch: Dispatch, before: Before, kind: Kind, name: str = "", given: int = 0, taken: int = 0):
        self.dispatch = dispatch
        self.node = dispatch.node
        self.before = before
        self.kind = kind
        self.name = name
        self.given = given
        self.taken = taken

    @classmethod
    def find(cls, module: Module) -> Iterable[Handover]:
        finder = _Finder(module)
        for canvas in module.all(Canvas):
            finder.after_canvas(canvas, "", 0)
        return sorted(finder.found.values(), key=lambda handover: handover.span)

    @cached_property
    def span(self) -> Span:
        return self.dispatch.span


class _Finder:
    """What the canvases of one file hand over, each looked at once for each thing that may come before it."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.found: dict[ast.AST, Handover] = {}
        self._after: dict[tuple[Canvas, Before], Before] = {}

    def after_canvas(self, canvas: Canvas, before: Before, depth: int) -> Before:
        """What comes after a canvas; on the way, what its elements cannot take."""
        key = (canvas, before)
        if key not in self._after:
            self._after[key] = "result"
            if depth < _MAX_DEPTH:
                self._after[key] = self._of_canvas(canvas, before, depth)
        return self._after[key]

    def _of_canvas(self, canvas: Canvas, before: Before, depth: int) -> Before:
        if canvas.kind == "chain":
            for element in canvas.elements:
                before = self._after_link(element, before, depth)
            return before
        for element in canvas.elements:
            if not element.is_open:
                self._after_node(element.node, before, depth)
        if canvas.kind == "group":
            return "results"
        return self._after_node(canvas.body, "results", depth) if canvas.body is not None else "result"

    def _after_link(self, element: Element, before: Before, depth: int) -> Before:
        node = element.node
        is_rebound = isinstance(node, ast.Name) and len(self.module.scopes.bindings(node)) > 1
        if element.is_open or is_rebound:  # there may be none, or a chain that is still empty
            return before
        after = self._after_node(node, before, depth)
        return self._after_node(node, after, depth) if element.repeats else after

    def _after_node(self, node: ast.expr, before: Before, depth: int) -> Before:
        canvas = canvas_of(self.module, node)
        if canvas:
            return self.after_canvas(canvas, before, depth + 1)
        dispatch = signature_of(self.module, node)
        if dispatch and before and dispatch.node not in self.found and self._takes_result(dispatch, node):
            found = _compared(dispatch, before)
            if found:
                self.found[dispatch.node] = found
        return "result"

    def _takes_result(self, dispatch: Dispatch, node: ast.expr) -> bool:
        """Whether the result is surely put before the arguments that are written there, and they are all there are."""
        immutable = dispatch.given("immutable")
        if dispatch.method not in _TAKING or dispatch.arguments.open or (immutable and immutable.value is not False):
            return False
        node = self.module.scopes.assigned(node) or node
        for _ in range(MAX_LINKS):
            if node is dispatch.node or not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                break
            if node.func.attr not in KEEPING or (node.func.attr == "clone" and (node.args or node.keywords)):
                return False
            for keyword in node.keywords:
                if keyword.arg is None or keyword.arg in ("immutable", "args", "kwargs"):
                    return False
            node = self.module.scopes.assigned(node.func.value) or node.func.value
        return node is dispatch.node and self.module.at(Mismatch, dispatch.node) is None


def _compared(dispatch: Dispatch, before: Before) -> Handover | None:
    """What is wrong with a signature once a result is put before its arguments."""
    task = dispatch.task
    taken: Parameters | None = task.given_parameters if task and task.checks_arguments else None
    if task is None or taken is None or (task.base and "__call__" in task.base.method_names):
        return None
    count = len(dispatch.arguments.positional) + 1
    if count > len(taken.positional):
        surplus = Handover(dispatch, before, "surplus", given=count, taken=len(taken.positional))
        return None if taken.star else surplus
    named = {argument.name for argument in dispatch.arguments.named}
    for name in taken.positional[:count]:
        if name in named and name in taken.keyword:
            return Handover(dispatch, before, "twice", name)
    missing = [name for name in taken.required if name not in taken.positional[:count] and name not in named]
    return Handover(dispatch, before, "missing", missing[0]) if missing else None
