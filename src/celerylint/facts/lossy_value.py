"""Arguments of tasks that JSON changes on the way."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from celerylint.celery.serialisation import PLAIN_ENUMS
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.sent_value import SentValue
from celerylint.facts.serialisation import parts_of
from celerylint.syntax.flow import block_nodes
from celerylint.syntax.index import descendants
from celerylint.syntax.node import last_name
from celerylint.syntax.value import fold

_COUNTING = frozenset({"builtins.int", "builtins.len", "builtins.float"})


class Change(NamedTuple):
    """What an argument is, and what the task gets instead."""

    what: str
    plain: str


TUPLE = Change("a tuple", "a list")
RECORD = Change("a named tuple", "a list")
MEMBER = Change("an enum member", "its plain value")


class NumberedDict:
    """A dict with numbers for keys in an argument of a task: JSON makes them text."""

    of = SentValue

    def __init__(self, value: SentValue, node: ast.expr) -> None:
        self.value = value
        self.module = value.module
        self.node = node
        self.task = value.dispatch.name

    @classmethod
    def find(cls, module: Module) -> Iterable[NumberedDict]:
        for value in module.all(SentValue):
            for part in parts_of(module, value.node) if value.is_json else ():
                if _has_numbers_for_keys(module, part):
                    yield cls(value, part)
                    break

    @cached_property
    def span(self) -> Span:
        return self.value.whole

    @property
    def is_turned_back(self) -> bool:
        """Whether the task, as far as it is seen, makes numbers of something, or looks at the values only."""
        task, parameter = self.value.dispatch.task, self.value.parameter
        if task is None or task.is_elsewhere:
            return False
        nodes = list(block_nodes(task.node.body))
        calls = [node for node in nodes if isinstance(node, ast.Call)]
        if any(last_name(part) in ("int", "float") for call in calls for part in (call.func, *call.args)):
            return True
        parents = self.module.index.parents
        uses = [node for node in nodes if parameter and isinstance(node, ast.Name) and node.id == parameter.arg]
        return bool(uses) and all(last_name(parents[use]) == "values" for use in uses)


def _has_numbers_for_keys(module: Module, node: ast.expr) -> bool:
    scopes = module.scopes
    if isinstance(node, ast.Dict):
        keys = [fold(key, scopes) for key in node.keys if key is not None]
        return bool(keys) and all(isinstance(key, (int, float)) for key in keys)
    if not isinstance(node, ast.DictComp):
        return False
    if isinstance(node.key, ast.Call):
        return scopes.qualified(node.key.func) in _COUNTING
    first = node.generators[0]
    counted = isinstance(first.iter, ast.Call) and scopes.qualified(first.iter.func)
    target = first.target.elts[0] if isinstance(first.target, ast.Tuple) and first.target.elts else first.target
    is_counter = isinstance(target, ast.Name) and isinstance(node.key, ast.Name) and target.id == node.key.id
    return is_counter and counted == ("builtins.enumerate" if target is not first.target else "builtins.range")


class ChangedValue:
    """An argument that reaches the task as something plainer, and that the task uses as what it was: `parameter` is
    its name there."""

    of = SentValue

    def __init__(self, value: SentValue, change: Change, parameter: str) -> None:
        self.value = value
        self.node = value.node
        self.task = value.dispatch.name
        self.what, self.plain = change
        self.parameter = parameter

    @classmethod
    def find(cls, module: Module) -> Iterable[ChangedValue]:
        for value in module.all(SentValue):
            change = _change(module, value.node) if value.is_json else None
            parameter = value.parameter if change else None
            if change and parameter and any(_relies(module, use, change) for use in _uses(module, value, parameter)):
                yield cls(value, change, parameter.arg)

    @cached_property
    def span(self) -> Span:
        return self.value.whole


def _change(module: Module, node: ast.expr) -> Change | None:
    """What JSON makes of an expression, if that is something else."""
    scopes = module.scopes
    made = scopes.assigned(node) or node
    if isinstance(made, ast.Tuple):
        return TUPLE
    if isinstance(made, ast.Attribute):
        owner = scopes.definition(made.value) if isinstance(made.value, ast.Name) else None
        bases = set(scopes.base_names(owner)) if isinstance(owner, ast.ClassDef) else set()
        is_mixed = "enum.Enum" in bases and not bases.isdisjoint({"builtins.str", "builtins.int"})
        return MEMBER if is_mixed or not bases.isdisjoint(PLAIN_ENUMS) else None
    if isinstance(made, ast.Call):
        qualified = scopes.qualified(made.func)
        owner = scopes.defined(qualified)
        is_record = isinstance(owner, ast.ClassDef) and "typing.NamedTuple" in set(scopes.base_names(owner))
        return RECORD if is_record or qualified == "collections.namedtuple()" else None
    return None


def _uses(module: Module, value: SentValue, parameter: ast.arg) -> list[ast.Name]:
    """Where the task's function, if it is of this file, reads a parameter that nothing else is bound to."""
    task = value.dispatch.task
    if task is None or task.is_elsewhere:
        return []
    names = [node for node in module.index.mentions(task.node, (parameter.arg,)) if isinstance(node, ast.Name)]
    if any(isinstance(name.ctx, ast.Store) for name in names):
        return []
    return names


def _relies(module: Module, use: ast.Name, change: Change) -> bool:
    """Whether a use of the parameter works with what was sent, and not, or otherwise, with what arrives."""
    above = module.index.parents[use]
    if change is not TUPLE and isinstance(above, ast.Attribute):
        return above.attr in ("name", "value") if change is MEMBER else above.attr not in dir(list)
    if isinstance(above, ast.Call) and above.args and above.args[0] is use:
        called = module.scopes.qualified(above.func)
        kinds = (last_name(part) for part in descendants(above.args[1])) if len(above.args) > 1 else ()
        if called == "builtins.isinstance":
            return "list" not in {last_name(above.args[-1]), *kinds}
        return called == "builtins.hash" and change is not MEMBER
    if isinstance(above, ast.Compare):
        if change is MEMBER:
            return isinstance(above.ops[0], ast.Is)
        compared = [above.left, *above.comparators]
        is_equality = isinstance(above.ops[0], (ast.Eq, ast.NotEq))
        return is_equality and any(isinstance(side, ast.Tuple) for side in compared)
    if change is MEMBER:
        return False
    if isinstance(above, ast.Subscript):
        return above.slice is use
    if isinstance(above, ast.BinOp):
        other = above.left if above.right is use else above.right
        if isinstance(above.op, ast.Mod):
            return above.right is use and isinstance(fold(other, module.scopes), str)
        return isinstance(above.op, ast.Add) and isinstance(other, ast.Tuple)
    return isinstance(above, ast.Set) or (isinstance(above, ast.Dict) and use in above.keys)
