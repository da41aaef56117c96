"""Pydantic models as parameters and results of tasks."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.serialisation import PYDANTIC_MODELS
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.serialisation import speaks_json
from celerylint.facts.stored_value import StoredValue, may_be_converted
from celerylint.facts.task import Task
from celerylint.syntax.index import COMPREHENSIONS, descendants

_DISPLAYS = (ast.List, ast.Tuple, ast.Dict, *COMPREHENSIONS)
_OF_DICTS = frozenset(dir(dict))


class ModelParameter:
    """A parameter of a task whose annotation is a pydantic model of this file, or a list of one.

    Tasks whose function may be handed something else than what was sent are left out.
    """

    of = Task
    words = ("pydantic",)

    def __init__(self, task: Task, node: ast.arg, model: str, is_list: bool) -> None:
        self.task = task
        self.module = task.module
        self.node = node
        self.name = node.arg
        self.model = model
        self.is_list = is_list

    @classmethod
    def find(cls, module: Module) -> Iterable[ModelParameter]:
        if not speaks_json(module):
            return
        for task in module.all(Task):
            if may_be_converted(task) or task.options.open:
                continue
            arguments = task.node.args
            for node in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
                annotation = _unwrapped(module, node.annotation)
                is_list = isinstance(annotation, ast.Subscript)
                inner = annotation.slice if isinstance(annotation, ast.Subscript) else annotation
                if inner is not None and is_pydantic_model(module, inner):
                    yield cls(task, node, ast.unparse(inner), is_list)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @cached_property
    def is_read_as_model(self) -> bool:
        """Whether the body reads an attribute that no dict has off the parameter, or off the items of the list."""
        read = (node for node in descendants(self.task.node) if isinstance(node, ast.Attribute))
        return any(self._is_meant(node.value) for node in read if node.attr not in _OF_DICTS)

    def _is_meant(self, node: ast.expr) -> bool:
        """Whether an expression is the parameter, or an item of it if that is a list."""
        bindings = self.module.scopes.bindings(node) if isinstance(node, ast.Name) else []
        if len(bindings) != 1:
            return False
        if not self.is_list:
            return bindings[0].node is self.node
        taken = bindings[0].node if bindings[0].how == "iterate" else None
        listed = self.module.scopes.bindings(taken) if isinstance(taken, ast.Name) else []
        return [binding.node for binding in listed] == [self.node]


class ReturnedModel:
    """A pydantic model of this file that a pydantic task returns."""

    words = ("pydantic",)

    def __init__(self, value: StoredValue) -> None:
        self.value = value
        self.module = value.module
        self.task = value.task
        self.node = value.node

    @classmethod
    def find(cls, module: Module) -> Iterable[ReturnedModel]:
        for value in module.all(StoredValue):
            if value.is_pydantic_model and value.task.is_pydantic and not value.is_meta and value.is_stored_as_it_is:
                yield cls(value)

    @cached_property
    def span(self) -> Span:
        return self.value.span

    @property
    def is_nested(self) -> bool:
        """Whether the model stands in a list, a dict or a tuple, and is not the result itself."""
        refused = self.value.refused
        above = self.module.index.ancestors(refused.node) if refused else ()
        return any(isinstance(node, _DISPLAYS) for node in above)

    @property
    def lacks_annotation(self) -> bool:
        """Whether the function says nothing of what it returns, or that it is a dict."""
        returns = self.task.node.returns
        outer = returns.value if isinstance(returns, ast.Subscript) else returns
        return outer is None or self.module.scopes.qualified(outer) == "builtins.dict"


def is_pydantic_model(module: Module, node: ast.expr) -> bool:
    """Whether an expression names a class of this file that is a pydantic model."""
    owner = module.scopes.definition(node)
    return isinstance(owner, ast.ClassDef) and not PYDANTIC_MODELS.isdisjoint(
        base for base in module.scopes.base_names(owner) if base
    )


def _unwrapped(module: Module, node: ast.expr | None) -> ast.expr | None:
    """An annotation, `Optional` and `| None` peeled off, if it is a name or a list of one."""
    if isinstance(node, ast.BinOp) and isinstance(node.right, ast.Constant):
        node = node.left
    if not isinstance(node, ast.Subscript):
        return node
    outer = module.scopes.qualified(node.value)
    if outer == "typing.Optional":
        return _unwrapped(module, node.slice) if not isinstance(node.slice, ast.Subscript) else node.slice
    is_list = outer in ("builtins.list", "typing.List", "typing.Sequence", "collections.abc.Sequence")
    return node if is_list else None
