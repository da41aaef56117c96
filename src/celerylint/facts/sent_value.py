"""What is sent to tasks: the arguments of their functions."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.serialisation import PYDANTIC_MODEL
from celerylint.core.lazy import lazy
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.arguments import Argument
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.module import Module
from celerylint.facts.row import INSTANCE
from celerylint.facts.serialisation import Refused, refused, speaks_json

_LISTS = frozenset(
    {
        *("a set", "a frozenset", "a range", "a map", "a filter", "a zip", "an enumerate", "an iterator"),
        *("a generator", "a deque", "a view of keys", "a view of values", "a view of items"),
    }
)
"""What becomes a list with the same items."""
_FORMS = (
    ("a Path", ("str",), "str"),
    ("a timedelta", ("float", "int"), "total_seconds"),
    ("an Enum member", ("str", "int"), "value"),
)
_TAKES_KEY = regex(r"(^|_)(id|pk)$")


class SentValue:
    """An argument of a task's function, as a dispatch gives it."""

    of = Dispatch

    def __init__(self, dispatch: Dispatch, argument: Argument, place: int) -> None:
        self.dispatch = dispatch
        self.module = dispatch.module
        self.node: ast.expr = argument.node
        self.name = argument.name
        self.place = place
        self._argument = argument

    @classmethod
    def find(cls, module: Module) -> Iterable[SentValue]:
        for dispatch in module.all(Dispatch):
            if dispatch.method != "apply":
                arguments = dispatch.arguments
                if arguments.open and not dispatch.passes_arguments:
                    continue  # what `args` or `kwargs` names may be filled with other things by now
                for place, argument in enumerate((*arguments.positional, *arguments.named)):
                    yield cls(dispatch, argument, place)

    @lazy
    def whole(self) -> Span:
        """The place of the argument, with the name."""
        return self._argument.span

    @lazy
    def refused(self) -> Refused | None:
        """The part of the value that JSON refuses, unless the message may be written in another way."""
        if isinstance(self.node, ast.Constant) or not self.is_json:
            return None
        found = refused(self.dispatch.module, self.node)
        may_be_dumped = self.dispatch.task is None and found is not None and found.what == PYDANTIC_MODEL
        return None if may_be_dumped else found

    @property
    def is_json(self) -> bool:
        """Whether the argument is written by kombu's JSON as it is: neither the project, the task nor this call says
        how to write arguments, or may turn them into something else."""
        task = self.dispatch.task
        if not speaks_json(self.dispatch.module) or self.dispatch.option("serializer") or self.dispatch.has_own_sender:
            return False
        return task is None or not any(task.option(name) for name in ("serializer", "pydantic"))

    @lazy
    def parameter(self) -> ast.arg | None:
        """The parameter of the task's function that it becomes, where both can be seen: a canvas may put a result
        before those of a signature."""
        task = self.dispatch.task
        given = task.given_parameters if task else None
        if task is None or given is None:
            return None
        may_be_shifted = self.dispatch.method in ("s", "signature", "subtask") or self.dispatch.arguments.open
        name = self.name
        if name is None and self.place < len(given.positional) and not may_be_shifted:
            name = given.positional[self.place]
        arguments = task.node.args
        return next((each for each in (*arguments.args, *arguments.kwonlyargs) if each.arg == name), None)

    @property
    def refused_place(self) -> Span | None:
        """The place in the argument of the part that JSON refuses, or of a name that stands for it alone."""
        refused = self.refused
        if refused is None:
            return None
        if self.whole[:2] <= refused.span[:2] <= refused.span[2:] <= self.whole[2:]:
            return refused.span
        is_named = isinstance(self.node, ast.Name) and self.module.scopes.assigned(self.node) is refused.node
        return self.module.span(self.node) if is_named else None

    @property
    def plain_form(self) -> str | None:
        """What says the same in JSON, and the task takes: `list`, `str`, or the attribute that it has (`total_seconds`
        is a method). A task takes another kind of value only if its parameter says so."""
        refused = self.refused
        what = refused.what if refused else ""
        if what in _LISTS:
            return "list"
        parameter = self.parameter if refused and self._is_whole else None
        kind = ast.unparse(parameter.annotation) if parameter and parameter.annotation else ""
        if what == INSTANCE and refused and _is_of_django(self.module, refused.node):
            return "pk" if parameter and _TAKES_KEY.search(parameter.arg) else None
        for refusal, kinds, form in _FORMS:
            if what == refusal and kind in kinds:
                return form
        return None

    @property
    def _is_whole(self) -> bool:
        """Whether the refused part is the argument itself."""
        return self.refused_place == self.module.span(self.node)

    @lazy
    def span(self) -> Span:
        """The place of the refused part, if it stands in the argument itself, else of the argument."""
        part = self.refused.span if self.refused else self.whole
        return part if self.whole[:2] <= part[:2] <= self.whole[2:] else self.whole


def _is_of_django(module: Module, node: ast.expr) -> bool:
    """Whether a row comes from `Model.objects`."""
    if isinstance(node, ast.Name):
        bindings = module.scopes.bindings(node)
        node = bindings[0].node if len(bindings) == 1 and isinstance(bindings[0].node, ast.expr) else node
    return any(isinstance(part, ast.Attribute) and part.attr == "objects" for part in ast.walk(node))
