"""The names under which a file registers its tasks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from celerylint.celery.names import SHARED_TASK
from celerylint.core.lazy import lazy
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.task import Task
from celerylint.facts.task_decorator import TaskDecorator
from celerylint.syntax.index import FUNCTIONS, TRIES

_BRANCHES = (ast.If, ast.Match, *TRIES, *FUNCTIONS)


class TaskName:
    """The name that a task is surely registered under; `earlier` is the first task of the file that has it too.

    A name of its own making is `module.function`: the file does not know the module, but all of its tasks share it.
    """

    of = Task

    def __init__(self, task: Task, name: str, is_given: bool, earlier: Task | None) -> None:
        self.task = task
        self.node = task.node
        self.name = name
        self.is_given = is_given
        self.earlier = earlier

    @classmethod
    def find(cls, module: Module) -> Iterable[TaskName]:
        wrappers: dict[Task, list[TaskDecorator]] = {}
        for decorator in module.all(TaskDecorator):
            if not decorator.is_above:
                wrappers.setdefault(decorator.task, []).append(decorator)
        named: dict[tuple[str, bool], list[Task]] = {}
        for task in module.all(Task):
            option = task.option("name")
            if task.owner and "name" not in module.scopes.locals(task.owner.node):
                continue  # inherited, from a class that may be registered or not
            name = option.value if option else _own_name(task, wrappers.get(task, []))
            if not isinstance(name, str) or not name or _is_conditional(task):
                continue
            others = named.setdefault((name, option is not None), [])
            earlier = next((other for other in others if other.app == task.app), None)
            others.append(task)
            is_other = earlier is not None and not _derives(module, task, earlier)
            yield cls(task, name, option is not None, earlier if is_other else None)

    @property
    def span(self) -> Span:
        return self.task.span

    @lazy
    def other(self) -> TaskName | None:
        """The task of another file of the project that surely has the name too, in the same app."""
        module = self.task.module
        if not self.is_given or self.task.is_elsewhere:
            return None
        for other_module in module.project.naming(self.name, module.source.path):
            for other in other_module.all(TaskName):
                is_same = other.name == self.name and other.is_given
                if is_same and _share_app(self.task, other.task):
                    return None if module.project.chooses(module, other_module) else other
        return None

    @property
    def file(self) -> str:
        """The path of the file from the root of the project."""
        return self.task.module.project.path_of(self.task.module)

    @property
    def is_literal(self) -> bool:
        """Whether the name is written out in the decorator of a function."""
        option = self.task.option("name")
        return option is not None and option.direct and isinstance(option.node, ast.Constant)

    @property
    def option_span(self) -> Span:
        """The place of `name=`."""
        option = self.task.option("name")
        return option.span if option else self.span

    @property
    def value_span(self) -> Span:
        """The place of the name itself."""
        option = self.task.option("name")
        return self.task.module.span(option.node) if option else self.span

    @property
    def can_be_renamed(self) -> bool:
        """Whether it is known what it is to be called, and the file says the name nowhere else."""
        is_whole = not set("<*") & set(self.better)
        return is_whole and len(list(self.task.module.source.places_of(self.name))) == 1

    @property
    def home(self) -> str:
        """What stands in the name where the pattern of the settings has the module."""
        return self._module_in(".*") or ""

    @property
    def fits(self) -> bool:
        """Whether the name is as the settings have names of tasks."""
        home = self._module_in(re.escape(self.task.name))
        return home is not None and (not home or _may_be(self.task.module, home))

    @property
    def better(self) -> str:
        """The name that the pattern asks for, as far as the file can tell."""
        home = self.home if self.home and _may_be(self.task.module, self.home) else "<module>"
        pattern = self.task.module.settings.task_name_pattern
        return pattern.replace("{module}", home).replace("{function}", self.task.name)

    def _module_in(self, function: str) -> str | None:
        """The module in the name, empty if the pattern has none; None if the name is not of the pattern."""
        parts = {"{module}": r"([\w.]+)", "{function}": function, "*": ".*"}
        pieces = re.split(r"(\{module\}|\{function\}|\*)", self.task.module.settings.task_name_pattern)
        found = re.fullmatch("".join(parts.get(piece, re.escape(piece)) for piece in pieces), self.name)
        return None if found is None else "".join(found.groups()[:1])

    @property
    def earlier_line(self) -> int:
        """The line of the earlier task."""
        return self.earlier.span.line if self.earlier else 0


def own_name(task: Task) -> str | None:
    """The name that Celery makes for a function, `package.module.function`, which the settings want as well; None if it
    is not known by which path the module is imported, or what Celery is handed."""
    wrappers = [each for each in task.module.all(TaskDecorator) if each.task is task and not each.is_above]
    module, function = _dotted_path(task.module), _own_name(task, wrappers)
    pattern = task.module.settings.task_name_pattern
    if module is None or function is None or function != task.name or "*" in pattern:
        return None
    if _is_conditional(task) or task.app_has_task_class:
        return None
    return pattern.replace("{module}", module).replace("{function}", function)


def _dotted_path(module: Module) -> str | None:
    """The name that a file in a package is imported by: from its outermost package on."""
    *folders, last = module.project.path_of(module).replace("\\", "/").removesuffix(".py").split("/")
    parts = [] if last == "__init__" else [last]
    for level, folder in enumerate(reversed(folders), start=2):
        if folder not in module.project.beside(module.source.path, level):
            break
        parts.insert(0, folder)
    return ".".join(parts) if len(parts) > 1 else None


def _may_be(module: Module, dotted: str) -> bool:
    """Whether the file may be the module of a dotted name: as much as is known of its path ends so."""
    path = module.source.path.replace("\\", "/").removesuffix(".py").removesuffix("/__init__")
    known = [part for part in path.split("/") if part not in ("", ".", "..")]
    wanted = dotted.split(".")
    shared = min(len(known), len(wanted))
    return known[-shared:] == wanted[-shared:]


def _own_name(task: Task, wrappers: list[TaskDecorator]) -> str | None:
    """The name of the function that Celery is handed; None if that cannot be seen."""
    if task.owner or task.made_by is None or task.options.open:
        return None
    if not wrappers:
        return None if task.is_wrapped else task.node.name
    wrapper = wrappers[0].wrapper
    return wrapper.name if wrapper and wrappers[0].hides_name else None


def _share_app(one: Task, other: Task) -> bool:
    """Whether two functions of different files are surely tasks of one app: of the same, or of any where there is only
    one."""
    app, other_app = _app(one), _app(other)
    if app is None or other_app is None:
        return False
    if app == other_app != "":
        return True
    return "" in (app, other_app) and len(one.module.project.app_files()) <= 1


def _app(task: Task) -> str | None:
    """The place of the call that made the app of a task; empty for a task of every app, None if it is not to be
    seen."""
    if task.owner or task.factory is None:
        return None
    if task.module.scopes.qualified(task.factory) in SHARED_TASK:
        return ""
    made = task.app_made
    return f"{made.module.project.path_of(made.module)}:{made.call.lineno}" if made else None


def _derives(module: Module, task: Task, earlier: Task) -> bool:
    """Whether a class-based task is derived from the other, and may be registered in its stead."""
    if task.owner is None or earlier.owner is None:
        return False
    return earlier.owner.node in module.scopes.ancestry(task.owner.node)


def _is_conditional(task: Task) -> bool:
    """Whether the task is defined only on some way through the file, or once a call."""
    index = task.module.index
    is_at_top = index.parents[task.node] is index.tree
    return not is_at_top and any(isinstance(above, _BRANCHES) for above in index.ancestors(task.node))
