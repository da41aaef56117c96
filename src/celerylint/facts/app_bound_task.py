"""Tasks made by the decorator of an app: `@app.task`."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.names import CURRENT_APPS
from celerylint.celery.options import ONLY_APP_OPTIONS, TASK_OPTIONS
from celerylint.core.span import Span
from celerylint.facts.app import apps, is_app, is_task_factory
from celerylint.facts.module import Module
from celerylint.facts.task import Task
from celerylint.syntax.index import FUNCTIONS


class AppBoundTask:
    """A task that the file makes with `app.task`, and not by way of a decorator of its own. `decorator` is that, as the
    source spells it."""

    of = Task

    def __init__(self, task: Task, factory: ast.Attribute) -> None:
        self.task = task
        self.module = task.module
        self.node = factory
        self.decorator = ast.unparse(factory)
        self._imported = task.module.scopes.imported(factory.value)

    @classmethod
    def find(cls, module: Module) -> Iterable[AppBoundTask]:
        for task in module.all(Task):
            call = task.made_by if isinstance(task.made_by, ast.Call) else None
            made_by = call.func if call else task.made_by
            if not isinstance(made_by, ast.Attribute) or made_by.attr != "task" or made_by is not task.factory:
                continue
            is_own = module.place(module.scopes.qualified(made_by)) is not None
            if not is_own and is_task_factory(module, made_by, call):
                yield cls(task, made_by)

    @property
    def span(self) -> Span:
        """The place of `app.task`."""
        return self.module.span(self.node)

    @property
    def is_of_current_app(self) -> bool:
        """Whether the app is whichever is current when the file is imported; what only an app takes needs one."""
        options = {option.name for option in self.task.direct_options}
        is_current = self._imported in CURRENT_APPS and ONLY_APP_OPTIONS.isdisjoint(options)
        return is_current and not self._is_in_function and not apps(self.module)

    @property
    def could_be_shared(self) -> bool:
        """Whether the app comes from another file, and `shared_task` takes the same options."""
        options = {option.name for option in self.task.direct_options}
        takes_them = options <= TASK_OPTIONS - ONLY_APP_OPTIONS and not self.task.is_open
        return takes_them and self._is_known_app and not apps(self.module)

    @property
    def is_made_once(self) -> bool:
        """Whether the task is made when the file is imported, and not each time that a function is called."""
        made = self.module.index.ancestors(self.node)
        return not any(isinstance(above, FUNCTIONS) and above is not self.task.node for above in made)

    @property
    def _is_known_app(self) -> bool:
        """Whether it is imported as an app, or called like one."""
        name = self._imported
        if name is None or name in CURRENT_APPS:
            return False
        names = (name, self.module.scopes.qualified(self.node.value))
        return name.endswith("app") or any(is_app(self.module, each, guess=False) for each in names)

    @property
    def _is_in_function(self) -> bool:
        return any(isinstance(above, FUNCTIONS) for above in self.module.index.ancestors(self.task.node))
