"""Other decorators of the functions that are tasks, and what they put in the place of what they are given."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.names import FUNCTION_DECORATORS, OBJECT_DECORATORS, WRAPS
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.task import Task
from celerylint.syntax.index import FUNCTIONS, Function, descendants
from celerylint.syntax.node import callee, names_in


class TaskDecorator:
    """A decorator beside the one that makes a task: above it, it is given the task; below it, the function."""

    of = Task

    def __init__(self, task: Task, node: ast.expr, is_above: bool) -> None:
        self.task = task
        self.module = task.module
        self.node = node
        self.is_above = is_above

    @classmethod
    def find(cls, module: Module) -> Iterable[TaskDecorator]:
        for task in module.all(Task):
            decorators = task.node.decorator_list
            place = decorators.index(task.made_by) if task.made_by in decorators else None
            for position, node in enumerate(decorators if place is not None else ()):
                if position != place:
                    yield cls(task, node, position < (place or 0))

    @property
    def span(self) -> Span:
        return self.module.span(self.node)

    @cached_property
    def qualified(self) -> str | None:
        """The qualified name of the decorator, or of what makes it."""
        return self.module.scopes.qualified(callee(self.node))

    @property
    def name(self) -> str:
        """The decorator as the source spells it, without its arguments."""
        return self.module.source.excerpt(self.module.span(callee(self.node)))

    @property
    def is_next_below(self) -> bool:
        """Whether what this decorator gives is what Celery is handed."""
        decorators = self.task.node.decorator_list
        return not self.is_above and decorators[decorators.index(self.node) - 1] is self.task.made_by

    @property
    def wrapper_name(self) -> str:
        """The name of the wrapper."""
        return self.wrapper.name if self.wrapper else ""

    @property
    def gives_function(self) -> bool:
        """Whether it surely gives a plain function, which knows nothing of what it was made of."""
        if self.qualified in FUNCTION_DECORATORS:
            return True
        maker = self.module.scopes.definition(callee(self.node))
        if isinstance(self.node, ast.Call) and isinstance(maker, FUNCTIONS) and maker.decorator_list:
            names = [self.module.scopes.qualified(each) for each in maker.decorator_list]
            return names == ["contextlib.contextmanager"]
        return self.wrapper is not None and self._calls_what_it_wraps and not self._reads_attributes

    @property
    def gives_object(self) -> bool:
        """Whether what it gives is no function, so that Celery can make no task of it."""
        return self.qualified in OBJECT_DECORATORS

    @property
    def can_be_below(self) -> bool:
        """Whether it can be given the function in the stead of the task: what it makes of that is a function which is
        called like it, and takes what the task takes."""
        if self.gives_object:
            return False
        wrapper = self.wrapper
        if wrapper is None:
            return self.gives_function
        takes_all = wrapper.args.vararg is not None and wrapper.args.kwarg is not None
        return takes_all and bool(wrapper.decorator_list) and isinstance(wrapper, ast.FunctionDef)

    @property
    def hides_name(self) -> bool:
        """Whether what it gives is called like the wrapper inside it and not like the function."""
        wrapper = self.wrapper
        return wrapper is not None and not wrapper.decorator_list and wrapper.name != self.task.node.name

    def _uses(self, kind: type[ast.Attribute] | type[ast.Call]) -> list[ast.AST]:
        """The attributes, or the calls, of what the decorator is given."""
        made = self._made_in
        given = {argument.arg for argument in made.args.args} if made else set()
        nodes = [node for node in descendants(made) if isinstance(node, kind)] if made else []
        bases = [(node, node.value if isinstance(node, ast.Attribute) else node.func) for node in nodes]
        return [node for node, base in bases if isinstance(base, ast.Name) and base.id in given]

    @property
    def _calls_what_it_wraps(self) -> bool:
        return bool(self._uses(ast.Call))

    @property
    def _reads_attributes(self) -> bool:
        """Whether the decorator reads an attribute of what it is given: it may know that this is a task."""
        return any(isinstance(node, ast.Attribute) and node.attr[:2] != "__" for node in self._uses(ast.Attribute))

    @cached_property
    def _made_in(self) -> Function | None:
        """The function that is called with what is decorated, if this file defines it."""
        maker = self.module.scopes.definition(callee(self.node))
        if not isinstance(maker, FUNCTIONS) or maker.decorator_list:
            return None
        return self._returned(maker) if isinstance(self.node, ast.Call) else maker

    @cached_property
    def wrapper(self) -> Function | None:
        """The function of this file that stands in the place of what is decorated, if it surely does."""
        made = self._made_in
        wrapper = self._returned(made) if made else None
        if made is None or wrapper is None:
            return None
        for decorator in wrapper.decorator_list:
            called = callee(decorator)
            if self.module.scopes.qualified(called) not in WRAPS:
                return None
        return wrapper

    def _returned(self, function: Function) -> Function | None:
        """The function defined in another that all its returns give, where nothing else is done with it."""
        values = [node.value for node in self.module.index.own(function, ast.Return)]
        inner = {self.module.scopes.definition(value) for value in values}
        found = inner.pop() if len(inner) == 1 else None
        if not isinstance(found, FUNCTIONS) or self.module.index.enclosing_function(found) is not function:
            return None
        uses = [node for node in names_in(function) if node.id == found.name]
        return found if len(uses) == len(values) and self.module.at(Task, found) is None else None
