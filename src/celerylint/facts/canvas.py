"""Canvases: chains, groups and chords, and what they are made of."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from celerylint.celery.calls import KEEPING
from celerylint.core.span import Span
from celerylint.facts.dispatch import is_result, is_signature
from celerylint.facts.module import Module
from celerylint.facts.origin import MAX_LINKS
from celerylint.facts.task import Task, task_of
from celerylint.syntax.index import COMPREHENSIONS, FUNCTIONS, descendants
from celerylint.syntax.value import fold

_KINDS: dict[str, Literal["chain", "group", "chord"]] = {
    f"{home}.{kind}": kind for home in ("celery", "celery.canvas") for kind in ("chain", "group", "chord")
}
_WORDS = ("chain", "group", "chord", ".s(", ".si(", "signature(", ".subtask(")


class Element(NamedTuple):
    """An expression in a canvas. `repeats` means that it stands for many, as the element of a comprehension does;
    `is_open` that it stands for some that cannot be seen."""

    node: ast.expr
    repeats: bool = False
    is_open: bool = False


class Canvas:
    """A call of Celery's `chain`, `group` or `chord`, or signatures joined by `|`, which make a chain."""

    words = _WORDS

    def __init__(self, module: Module, node: ast.Call | ast.BinOp, kind: Literal["chain", "group", "chord"]) -> None:
        self.module = module
        self.node = node
        self.kind = kind

    @classmethod
    def find(cls, module: Module) -> Iterable[Canvas]:
        for call in module.index.calls(*_spellings(module)):
            kind = _KINDS.get(module.scopes.qualified(call.func) or "")
            if kind:
                yield cls(module, call, kind)
        for pipe in module.index.all(ast.BinOp):
            above = module.index.parents[pipe]
            is_part = not isinstance(pipe.op, ast.BitOr) or (_is_pipe(above) and above.left is pipe)  # type: ignore[attr-defined]
            if not is_part and any(_is_signature(module, each) for each in _joined(pipe)):
                yield cls(module, pipe, "chain")

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def spelling(self) -> str:
        """How it is written: `chain`, `group`, `chord`, `|`."""
        return "|" if isinstance(self.node, ast.BinOp) else self.kind

    @cached_property
    def elements(self) -> list[Element]:
        """What it is made of, in order; of a chord the header."""
        if isinstance(self.node, ast.BinOp):
            return [Element(node) for node in _joined(self.node)]
        given = self.node.args[:1] if self.kind == "chord" else self.node.args
        if not given and self.kind == "chord":
            given = [keyword.value for keyword in self.node.keywords if keyword.arg == "header"]
        if len(given) == 1:
            return list(_contents(self.module, given[0])) or list(_each(self.module, given[0]))
        return [element for node in given for element in _each(self.module, node)]

    @property
    def _body_call(self) -> ast.Call | None:
        """The call that makes a chord of a header: the `chord(header)(body)` around it, or its own."""
        above = self.module.index.parents[self.node]
        if isinstance(above, ast.Call) and above.func is self.node:
            return above
        return None

    @cached_property
    def body(self) -> ast.expr | None:
        """What a chord does with the results."""
        if self.kind != "chord" or not isinstance(self.node, ast.Call):
            return None
        places = self.node.args[1:2]
        named = [keyword.value for keyword in self.node.keywords if keyword.arg == "body"]
        if self._body_call:
            places = places + self._body_call.args[:1]
            named += [keyword.value for keyword in self._body_call.keywords if keyword.arg == "body"]
        found = next(iter([*places, *named]), None)
        return None if isinstance(found, ast.Starred) else found

    @property
    def is_dropped(self) -> bool:
        """Whether it is neither started nor given to anybody: a statement of its own, or a name that nobody reads."""
        node: ast.expr = self.node
        above = self.module.index.parents[node]
        while isinstance(above, ast.Attribute) and above.attr in KEEPING:
            call = self.module.index.parents[above]
            if not (isinstance(call, ast.Call) and call.func is above):
                return False
            node, above = call, self.module.index.parents[call]
        if isinstance(above, ast.Assign) and len(above.targets) == 1 and isinstance(above.targets[0], ast.Name):
            return self._is_never_read(above.targets[0])
        return isinstance(above, ast.Expr)

    @property
    def is_given_no_signatures(self) -> bool:
        """Whether a task is called or sent where a signature is expected."""
        members = [Member(self, element.node, "link") for element in self.elements]
        return any(member.called_task or member.is_sent for member in members)

    def _is_never_read(self, name: ast.Name) -> bool:
        function = self.module.index.enclosing_function(name)
        if function is None or self.module.scopes.scope_of(name, name.id) is not function:
            return False
        uses = (node for node in descendants(function) if isinstance(node, ast.Name))
        return not any(node is not name and node.id in (name.id, "locals") for node in uses)


class Member:
    """An expression that a canvas is given in the place of a signature. `role` is link, member, header or body."""

    words = _WORDS

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
    def is_sent(self) -> bool:
        """Whether it is the result of a task that has been sent already."""
        return is_result(self.module, self.node)


class GroupLink:
    """A callback that a group is given when it is started: `group(...).apply_async(link=...)`."""

    words = ("group",)

    def __init__(self, module: Module, node: ast.keyword) -> None:
        self.node = node
        self.option = node.arg or ""
        self.span = module.span(node)

    @classmethod
    def find(cls, module: Module) -> Iterable[GroupLink]:
        calls = [call for call in module.index.calls("apply_async") if call.keywords]
        groups = (canvas.node for canvas in module.all(Canvas) if canvas.kind == "group")
        above = (module.index.parents[node] for node in groups)
        calls += [call for call in above if isinstance(call, ast.Call) and isinstance(call.func, ast.Call)]
        for call in calls:
            for keyword in call.keywords:
                if keyword.arg in ("link", "link_error") and fold(keyword.value, module.scopes) is not None:
                    started = call.func.value if isinstance(call.func, ast.Attribute) else call.func
                    canvas = canvas_of(module, started)
                    if canvas and canvas.kind == "group":
                        yield cls(module, keyword)


def canvas_of(module: Module, node: ast.expr) -> Canvas | None:
    """The canvas that an expression is: the call or pipe itself, a name for it, `canvas.set(...)`."""
    for _ in range(MAX_LINKS):
        node = module.scopes.assigned(node) or node
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in KEEPING):
            break
        node = node.func.value
    return module.at(Canvas, node)


def _spellings(module: Module) -> set[str]:
    """The names that chains, groups and chords may go by in a file."""
    names = {"chain", "group", "chord"} if "celery" in module.imported else set()
    for node in module.index.all(ast.ImportFrom) if names else ():
        names |= {alias.asname for alias in node.names if alias.asname and alias.name in names}
    return names


def _is_pipe(node: ast.AST) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr)


def _joined(pipe: ast.BinOp) -> list[ast.expr]:
    """The operands of `a | b | c`."""
    found = [pipe.right]
    node = pipe.left
    while isinstance(node, ast.BinOp) and _is_pipe(node):
        found.append(node.right)
        node = node.left
    return [node, *reversed(found)]


def _is_signature(module: Module, node: ast.expr) -> bool:
    """Whether an operand surely is a signature. What is no call and stands for none is not asked for."""
    made = module.scopes.assigned(node) if isinstance(node, ast.Name) else node
    return isinstance(made, ast.Call) and is_signature(module, made)


def _each(module: Module, node: ast.expr) -> Iterator[Element]:
    """The elements that an argument stands for."""
    if not isinstance(node, ast.Starred):
        yield Element(node)
        return
    contents = list(_contents(module, node.value))
    yield from contents or [Element(node.value, is_open=True)]


def _contents(module: Module, node: ast.expr) -> Iterator[Element]:
    """The elements of a list or the like; none if the expression is not known to be one."""
    made = module.scopes.assigned(node) or node
    while isinstance(made, ast.Call) and len(made.args) == 1 and not made.keywords:
        if module.scopes.qualified(made.func) not in ("builtins.list", "builtins.tuple"):
            break
        made = module.scopes.assigned(made.args[0]) or made.args[0]
    if isinstance(made, (ast.List, ast.Tuple, ast.Set)):
        for element in made.elts:
            yield from (
                [Element(element)] if not isinstance(element, ast.Starred) else [Element(element.value, is_open=True)]
            )
        if isinstance(node, ast.Name):
            yield Element(node, is_open=True)  # it may have grown since
    elif isinstance(made, COMPREHENSIONS) and not isinstance(made, ast.DictComp):
        yield Element(made.elt, repeats=True)


def _appended(module: Module, element: Element) -> list[ast.expr]:
    """What has been appended to a list that has a name: `parts.append(...)`."""
    name = element.node
    scope = module.scopes.scope_of(name, name.id) if element.is_open and isinstance(name, ast.Name) else None
    if not isinstance(name, ast.Name) or not isinstance(scope, (ast.Module, *FUNCTIONS)):
        return []
    return [
        call.args[0]
        for call in module.index.own(scope, ast.Call)
        if len(call.args) == 1 and call.lineno < name.lineno and _is_append(call.func, name.id)
    ]


def _is_append(function: ast.expr, name: str) -> bool:
    is_method = isinstance(function, ast.Attribute) and function.attr == "append"
    return is_method and isinstance(function.value, ast.Name) and function.value.id == name  # type: ignore[attr-defined]


def _may_give_signature(task: Task) -> bool:
    """Whether calling a task's function may give a signature, or a list of them, by what it returns and says of it."""
    module = task.module
    for statement in module.index.own(task.node, ast.Return):
        values = [Element(statement.value), *_contents(module, statement.value)] if statement.value else []
        if any(is_signature(module, value.node) for value in values):
            return True
    annotation = ast.unparse(task.node.returns) if task.node.returns else ""
    return any(word in annotation.lower() for word in ("signature", "chain", "group", "chord", "canvas"))
