"""Tasks made by the decorator of an app: `@app.task`."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.names import CURRENT_APPS
from celerylint.celery.options import ONLY_APP_OPTIONS, TASK_OPTIONS
from celerylint.core.span import Span
from celerylint.facts.app import apps, is_app
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
        self._app = task.module.scopes.qualified(factory.value)

    @classmethod
    def find(cls, module: Module) -> Iterable[AppBoundTask]:
        for task in module.all(Task):
            made_by = task.made_by.func if isinstance(task.made_by, ast.Call) else task.made_by
            if isinstance(made_by, ast.Attribute) and made_by.attr == "task" and made_by is task.factory:
                yield cls(task, made_by)

    @property
    def span(self) -> Span:
        """The place of `app.task`."""
        return self.module.span(self.node)

    @property
    def is_of_current_app(self) -> bool:
        """Whether the app is whichever is current when the file is imported."""
        return self._app in CURRENT_APPS and not self._is_in_function and not apps(self.module)

    @property
    def could_be_shared(self) -> bool:
        """Whether the app comes from another file, and `shared_task` takes the same options."""
        options = {option.name for option in self.task.direct_options}
        return (
            self._app is not None
            and self._app not in CURRENT_APPS
            and "(" not in self._app
            and not self._app.startswith(":")
            and (self._app.endswith("app") or is_app(self.module, self._app, guess=False))
            and not self.task.is_open
            and options <= TASK_OPTIONS - ONLY_APP_OPTIONS
            and not apps(self.module)
        )

    @property
    def _is_in_function(self) -> bool:
        return any(isinstance(above, FUNCTIONS) for above in self.module.index.ancestors(self.task.node))
