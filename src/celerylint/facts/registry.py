"""The task registry, as far as one file shows it: the names that its tasks are registered under."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import Literal

from celerylint.facts.module import Module
from celerylint.facts.spelling import distance
from celerylint.facts.task import Task
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.value import fold

Fault = Literal["nobody", "renamed", "function", "near"]
_SHORT = 8


class Registry:
    """The names of all tasks of a file: one fact a file.

    A task without a name of its own is registered as its module's and its function's name. `is_open` means that there
    may be tasks of other names.
    """

    words = Task.words
    words_of = Task.words_of

    def __init__(self, module: Module) -> None:
        self.module = module
        self.node = module.source.tree
        self.explicit: dict[str, Task] = {}
        self.implicit: dict[str, Task] = {}
        self.is_open = any(alias.name == "*" for node in module.index.all(ast.ImportFrom) for alias in node.names)
        for task in module.all(Task):
            name = task.option("name")
            if name is not None and isinstance(name.value, str):
                self.explicit[name.value] = task
            elif name is not None or task.options.open:
                self.is_open = True
            else:
                self.implicit[task.name] = task
        self.is_open = self.is_open or any(map(self._has_unknown_name, module.index.calls("task", "shared_task")))

    @property
    def tasks(self) -> list[Task]:
        """The tasks whose names are known."""
        return [*self.explicit.values(), *self.implicit.values()]

    @property
    def holds_methods(self) -> bool:
        """Whether some are classes or methods, whose names are not those of functions."""
        return any(task.owner or task.is_method for task in self.tasks)

    @classmethod
    def find(cls, module: Module) -> Iterable[Registry]:
        yield cls(module)

    @classmethod
    def of_name(cls, module: Module, name: str) -> Registry | None:
        """The registry of the module, this or another, that the name of a task begins with; by default this one's."""
        own = next(iter(module.all(cls)), None)
        home = name.rpartition(".")[0]
        if not home or module.is_called(home):
            return own
        other = module.project.module_called(module.source.path, home)
        return next(iter(other.all(cls)), None) if other else own

    @property
    def is_elsewhere(self) -> bool:
        """Whether another file has the tasks."""
        return self.module.is_elsewhere

    def _has_unknown_name(self, call: ast.Call) -> bool:
        names = (keyword.value for keyword in call.keywords if keyword.arg in ("name", None))
        return any(not isinstance(fold(name, self.module.scopes), str) for name in names)

    def task(self, name: str) -> Task | None:
        """The task of this file that is registered under a name."""
        found = self.explicit.get(name)
        prefix, _, last = name.rpartition(".")
        return found or (self.implicit.get(last) if self.module.is_called(prefix) else None)

    def fault(self, name: str) -> Fault | None:
        """Why no task is registered under a name that begins with this module's, or nearly is that of a task here:
        nobody has it, its task has another name, it is a function without a decorator. None if there may be one."""
        prefix, _, last = name.rpartition(".")
        if self.is_open or self.task(name) or not self.tasks:
            return None
        if not self.module.is_called(prefix):
            return "near" if self._near(name) else None
        bindings = self.module.scopes.locals(self.module.source.tree).get(last, [])
        if not bindings:
            return "nobody" if self.is_home(prefix) or self.meant(name) else None
        bound = bindings[0].node
        if len(bindings) > 1 or not isinstance(bound, FUNCTIONS):
            return None
        if self.module.at(Task, bound) in self.explicit.values():
            return "renamed"
        return None if bound.decorator_list or self.module.at(Task, bound) else "function"

    def is_home(self, prefix: str) -> bool:
        """Whether names that begin so are surely those of this module's functions: names of their own, here or in
        other files, might begin with one word, with a package, or as those of this file do."""
        own = (name for name in self.explicit if name.startswith(f"{prefix}."))
        is_package = self.module.source.path.endswith("__init__.py")
        return "." in prefix and not is_package and self.module.is_called(prefix) and not any(own)

    def meant(self, name: str) -> str | None:
        """The name of a task here that was probably meant."""
        prefix, _, last = name.rpartition(".")
        own = [known for known, task in self.explicit.items() if task.name == last]
        if own or not self.module.is_called(prefix):
            return next(iter(own), None) or self._near(name)
        near = [known for known in sorted(self.implicit) if distance(known, last) <= 2 < len(known)]
        return f"{prefix}.{near[0]}" if near else self._near(name)

    def _near(self, name: str) -> str | None:
        """A task of a given name that lacks or repeats a letter, or swaps two, and not at the end: that tells one from
        many, or the first from the second."""
        letters = set(name)
        for known in sorted(self.explicit):
            is_slip = len(known) != len(name) or sorted(known) == sorted(name)
            is_ending = known.rstrip("s0123456789") == name.rstrip("s0123456789")
            is_near = abs(len(known) - len(name)) <= 1 and len(set(known) ^ letters) <= 1
            if len(known) >= _SHORT and is_near and is_slip and not is_ending and distance(known, name) == 1:
                return known
        return None
