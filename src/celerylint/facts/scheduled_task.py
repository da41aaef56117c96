"""Tasks that a schedule sends: by their name, or by a signature."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import Literal

from celerylint.core.settings import matches_any
from celerylint.core.span import Span
from celerylint.facts.arguments import Arguments
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.mismatch import Misfit, misfit
from celerylint.facts.module import Module
from celerylint.facts.periodic_call import PeriodicCall
from celerylint.facts.registry import Fault, Registry
from celerylint.facts.schedule_entry import ScheduleEntry
from celerylint.facts.task import Task
from celerylint.syntax.value import fold, text_of


class ScheduledTask:
    """A task that beat sends, by an entry of the schedule, by `add_periodic_task`, or by a helper that the settings
    name. `name` is given where it is sent by name; `task` is the task, if it is one of this file."""

    words = (*ScheduleEntry.words, *PeriodicCall.words)
    words_of = ("scheduler_helpers",)

    def __init__(
        self,
        module: Module,
        node: ast.expr,
        name: str | None,
        task: Task | None = None,
        arguments: Arguments | None = None,
        args: ast.expr | None = None,
        signature: Dispatch | None = None,
    ) -> None:
        self.module = module
        self.node = node
        self.span: Span = module.span(node)
        self.name = name
        self._registry = Registry.of_name(module, name) if name else None
        self.task = task or (self._registry.task(name) if self._registry and name else None)
        self._arguments = arguments
        self._args = args
        self._signature = signature

    @classmethod
    def find(cls, module: Module) -> Iterable[ScheduledTask]:
        for entry in module.all(ScheduleEntry):
            if entry.task is not None and entry.task_node is not None:
                arguments = Arguments.of_values(module, entry.args_node, entry.kwargs_node)
                known = None if entry.is_open else arguments
                yield cls(module, entry.task_node, entry.task, None, known, entry.args_node)
        for call in module.all(PeriodicCall):
            yield from cls._of_call(module, call)
        for helper in module.settings.scheduler_helpers:
            called = helper.rpartition(".")[2]
            for made in module.index.calls(called) if module.spoken.holds(called) else ():
                if matches_any(module.scopes.qualified(made.func) or "", (helper,)):
                    for keyword in made.keywords:
                        name = text_of(keyword.value, module.scopes)
                        if keyword.arg in ("task_name", "task") and name:
                            yield cls(module, keyword.value, name)

    @classmethod
    def _of_call(cls, module: Module, call: PeriodicCall) -> Iterator[ScheduledTask]:
        signature, args, kwargs = call.signature, call.given("args"), call.given("kwargs")
        if call.sent is None or signature is None:
            return
        given = signature.arguments
        more = Arguments.of_values(module, args.node if args else None, kwargs.node if kwargs else None)
        known = Arguments(
            (*more.positional, *given.positional), (*given.named, *more.named), given.open or more.open or call.is_open
        )
        node = args.node if args else None
        yield cls(module, call.sent.node, signature.task_name, signature.task, known, node, signature)

    @property
    def is_literal(self) -> bool:
        """Whether the name is written out where it is sent."""
        return isinstance(self.node, ast.Constant)

    @property
    def fault(self) -> Fault | None:
        """Why no task is registered under the name."""
        if self.name is None or self._registry is None or matches_any(self.name, self.module.settings.external_tasks):
            return None
        found, path = self._registry.fault(self.name), self.module.source.path
        if found and self._registry.is_elsewhere and self.module.project.is_written([self.name], path):
            return None
        return found

    @property
    def meant(self) -> str | None:
        """The name that was probably meant."""
        return self._registry.meant(self.name) if self._registry and self.name else None

    @property
    def misfit(self) -> Misfit | None:
        """Why the arguments are not those of the task; what a signature alone shows is call-signature-mismatch's."""
        taken = self.task.given_parameters if self.task and self.task.checks_arguments else None
        if taken is None or self._arguments is None or self.args_fault:
            return None
        made = self._signature
        if made and misfit(taken, made.arguments, is_complete=made.method == "si"):
            return None
        return misfit(taken, self._arguments)

    @property
    def args_fault(self) -> Literal["text", "number"] | None:
        """What `args` is instead of a list; a number in an entry is bad-schedule-entry's."""
        value = fold(self._args, self.module.scopes) if self._args is not None else None
        if isinstance(value, str):
            return "text" if len(value) > 1 else None
        return "number" if isinstance(value, (int, float)) and self._signature else None

    @property
    def args_span(self) -> Span:
        """The place of `args`."""
        return self.module.span(self._args) if self._args is not None else self.span
