"""What one run of a task leaves in the task object for the next."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.celery.options import TASK_API
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.handler import Watcher
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.task import task_of
from celerylint.facts.task_class import TaskClass, lineage
from celerylint.syntax.flow import outcomes
from celerylint.syntax.index import FUNCTIONS, descendants, in_order
from celerylint.syntax.node import CALLABLES, DEFINITIONS, subtree

_GROWING = frozenset("append appendleft extend extendleft insert add update setdefault".split())
_HEADERS = (ast.For, ast.AsyncFor, ast.With, ast.AsyncWith)
_COLLECTIONS = frozenset("list dict set deque defaultdict Counter OrderedDict".split())
_KEPT_ON_PURPOSE = regex(r"(?i)cache|memo|client|conn|pool|engine|session|loop|registry")


class CarriedState:
    """An attribute of the task object that a run reads or adds to before it sets it: `self.count += 1`.

    Not if the file shows that it is meant to last (`if self.client is None: self.client = …`), or sets it anew for each
    run elsewhere, in a hook or in `__call__`.
    """

    of = TaskCode
    words = ("bind", "Task")
    words_of = ("task_bases",)

    def __init__(self, module: Module, node: ast.expr | ast.stmt, attribute: str) -> None:
        self.module = module
        self.node = node
        self.attribute = attribute

    @classmethod
    def find(cls, module: Module) -> Iterable[CarriedState]:
        for code in module.all(TaskCode):
            if code.name == "__init__":
                continue
            for (name, attribute), node in sorted(_changed(code).items()):
                owner = _Owner(code, node)
                if not owner.is_known or owner.sets_anew(attribute) or _is_lasting(code, name, attribute):
                    continue
                may_be_read = attribute not in TASK_API and _is_always_set(code, name, attribute)
                if not may_be_read and not _may_grow(code, attribute):
                    continue
                life = _Life(owner, attribute)
                outcomes(code.node.body, frozenset({"left over"}), life)
                for found in in_order(life.grown or (life.read if may_be_read else []))[:1]:
                    yield cls(module, found, f"{name}.{attribute}")

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)


class _Owner:
    """The task object that a name is in a function, and the classes of the file that it is an instance of."""

    def __init__(self, code: TaskCode, node: ast.Name) -> None:
        self.code = code
        self.module = code.module
        self.name = node.id
        self.task = task_of(self.module, node)
        owner = self.module.scopes.defined((self.module.scopes.qualified(node) or "").removesuffix("()"))
        self.owner = self.module.at(TaskClass, owner) or (self.task.base if self.task else None)
        classes, self._is_whole = lineage(self.owner.module, self.owner.node) if self.owner else ([], True)
        self._is_whole &= all(home is self.module for home, _ in classes)
        self._classes = [node for _, node in classes]

    @property
    def is_known(self) -> bool:
        """Whether it is a task object, and no class that cannot be seen may set its attributes anew."""
        if self.owner:
            return self._is_whole
        return self.task is not None and not (self.task.has_unknown_base or self.task.app_has_task_class)

    def sets_anew(self, attribute: str) -> bool:
        """Whether another method than `__init__`, or a function around, sets or clears the attribute; or it is a method
        or property itself."""
        above = self.module.index.ancestors(self.code.node)
        if any(isinstance(node, FUNCTIONS) and _sets(node, attribute) for node in above):
            return True
        for owner in self._classes:
            for member in owner.body:
                if not isinstance(member, FUNCTIONS):
                    continue
                if member.name == attribute:
                    return True
                if member is not self.code.node and member.name != "__init__" and _sets(member, attribute):
                    return True
        return False

    def is_collection(self, attribute: str) -> bool:
        """Whether a class of the file makes the attribute a list, a dict or a set."""
        values = []
        for owner in self._classes:
            for statement in (owner, *(member for member in owner.body if getattr(member, "name", "") == "__init__")):
                for node in statement.body:  # type: ignore[attr-defined]
                    for target, value in _assignments(node):
                        if getattr(target, "attr", getattr(target, "id", "")) == attribute:
                            values.append(value)
        return any(_is_collection(value) for value in values)


class _Life(Watcher):
    """An attribute in a function: left over from an earlier run, or set. Notes what is read and grown before it is set
    (`syntax/flow.py` may take a step twice, and notes are kept once)."""

    def __init__(self, owner: _Owner, attribute: str) -> None:
        self.read: list[ast.expr | ast.stmt] = []
        self.grown: list[ast.expr | ast.stmt] = []
        self._owner = owner
        self._module = owner.module
        self._attribute = attribute

    def step(self, node: ast.AST, state: str) -> tuple[str, str | None]:
        if isinstance(node, DEFINITIONS):
            return state, None
        parts = list(subtree(node, stop=CALLABLES))
        if state == "left over":
            if isinstance(node, ast.AugAssign) and self._is_grown(node.target):
                _note(self.grown, node)
            for part in parts:
                if self._is_it(part, ast.Load):
                    self._note_use(part)
        if any(self._is_set_by(part) for part in parts):
            state = "set"
        return state, state

    def _is_it(self, node: ast.AST, context: type[ast.expr_context]) -> bool:
        return (
            isinstance(node, ast.Attribute)
            and node.attr == self._attribute
            and isinstance(node.value, ast.Name)
            and node.value.id == self._owner.name
            and isinstance(node.ctx, context)
        )

    def _is_grown(self, target: ast.expr) -> bool:
        """`self.count += 1`, `self.counts[key] += 1`."""
        if isinstance(target, ast.Subscript):
            return self._is_it(target.value, ast.Load) and self._owner.is_collection(self._attribute)
        return self._is_it(target, ast.Store)

    def _note_use(self, node: ast.AST) -> None:
        parent = self._module.index.parents[node]
        call = self._module.index.parents[parent]
        if isinstance(parent, ast.Attribute):
            grows = parent.attr in _GROWING and isinstance(call, ast.Call) and call.func is parent
            if grows and self._owner.is_collection(self._attribute):
                _note(self.grown, call)  # type: ignore[arg-type]
        elif not isinstance(parent, ast.Subscript):
            _note(self.read, node)  # type: ignore[arg-type]

    def _is_set_by(self, node: ast.AST) -> bool:
        """Whether the attribute is set or cleared, or may be by a function that knows the task object."""
        if self._is_it(node, ast.Store):
            return not isinstance(self._module.index.parents[node], ast.AugAssign)
        if not isinstance(node, ast.Call):
            return False
        function = node.func
        if isinstance(function, ast.Attribute):
            if function.attr == "clear" and self._is_it(function.value, ast.Load):
                return True
            if isinstance(function.value, ast.Name) and function.value.id == self._owner.name:
                definition = self._module.scopes.definition(function)
                if isinstance(definition, FUNCTIONS):
                    return _sets(definition, self._attribute)
                return function.attr not in TASK_API
        return any(isinstance(given, ast.Name) and given.id == self._owner.name for given in node.args)


def _note(notes: list[ast.expr | ast.stmt], node: ast.expr | ast.stmt) -> None:
    if node not in notes:
        notes.append(node)


def _changed(code: TaskCode) -> dict[tuple[str, str], ast.Name]:
    """The names in a function and their attributes that it sets or adds to, and where the name stands."""
    targets = [target for node in code.all(ast.Assign) for target in node.targets]
    for node in code.all(ast.AugAssign):
        targets.append(node.target.value if isinstance(node.target, ast.Subscript) else node.target)
    for call in code.calls:
        if isinstance(call.func, ast.Attribute) and call.func.attr in _GROWING:
            targets.append(call.func.value)
    return {
        (target.value.id, target.attr): target.value
        for target in targets
        if target.__class__ is ast.Attribute and target.value.__class__ is ast.Name
        if not _KEPT_ON_PURPOSE.search(target.attr)
    }


def _may_grow(code: TaskCode, attribute: str) -> bool:
    """Whether a function adds to an attribute of that name: a filter, before the costlier look at the flow."""
    targets = (node.target for node in code.all(ast.AugAssign))
    owners = [target.value if isinstance(target, ast.Subscript) else target for target in targets]
    methods = (call.func for call in code.calls)
    owners += [method.value for method in methods if isinstance(method, ast.Attribute) and method.attr in _GROWING]
    return any(isinstance(owner, ast.Attribute) and owner.attr == attribute for owner in owners)


def _assignments(statement: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    if isinstance(statement, ast.Assign):
        yield from ((target, statement.value) for target in statement.targets)
    elif isinstance(statement, ast.AnnAssign) and statement.value:
        yield statement.target, statement.value


def _is_collection(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        return getattr(node.func, "id", getattr(node.func, "attr", "")) in _COLLECTIONS
    return isinstance(node, (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp))


def _sets(part: ast.AST, attribute: str) -> bool:
    """Whether a function or statement sets or clears an attribute of that name."""
    for node in subtree(part):
        if any(getattr(target, "attr", "") == attribute for target, _ in _assignments(node)):
            return True
        if isinstance(node, ast.Attribute) and node.attr == "clear" and getattr(node.value, "attr", "") == attribute:
            return True
    return False


def _is_lasting(code: TaskCode, name: str, attribute: str) -> bool:
    """Whether the function looks if the attribute is there, or used up, before it sets it, so that it is meant to last;
    or binds it in the header of a `with` or a loop."""

    def is_named_in(part: ast.AST | None) -> bool:
        return part is not None and any(_names(node, name, attribute) for node in subtree(part))

    if any(is_named_in(node.test) and any(_sets(part, attribute) for part in node.body) for node in code.all(ast.If)):
        return True
    for node in code.all(ast.Assign):
        if isinstance(node.value, (ast.BoolOp, ast.IfExp)) and is_named_in(node.targets[0]) and is_named_in(node.value):
            return True
    stored = [node for node in code.all(ast.Attribute) if is_named_in(node) and isinstance(node.ctx, ast.Store)]
    if any(isinstance(code.module.index.statement(node), _HEADERS) for node in stored):
        return True
    asked = [call for call in code.calls if getattr(call.func, "id", "") in ("hasattr", "getattr")]
    tried = [node for node in code.all(ast.Try) if any(map(_takes_missing_attribute, node.handlers))]
    return any(is_named_in(argument) for call in asked for argument in call.args[1:2]) or any(map(is_named_in, tried))


def _takes_missing_attribute(handler: ast.ExceptHandler) -> bool:
    return any(getattr(node, "id", "") == "AttributeError" for node in (handler.type, *descendants(handler)) if node)


def _names(node: ast.AST, name: str, attribute: str) -> bool:
    """Whether a node is the attribute, or its name as text."""
    if isinstance(node, ast.Constant):
        return node.value == attribute
    return isinstance(node, ast.Attribute) and node.attr == attribute and getattr(node.value, "id", "") == name


def _is_always_set(code: TaskCode, name: str, attribute: str) -> bool:
    """Whether the function sets the attribute on no condition."""
    for node in code.all(ast.Assign):
        if any(_names(target, name, attribute) for target in node.targets):
            above = code.module.index.parents[node]
            while isinstance(above, (ast.Try, ast.With, ast.AsyncWith)):
                above = code.module.index.parents[above]
            if above is code.node:
                return True
    return False
