"""What a task retries by itself: `autoretry_for` and the options beside it."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from celerylint.celery.exceptions import RAISED_BY_PARENT
from celerylint.celery.options import AUTORETRY_OPTIONS, DEFAULT_RETRY_DELAY, MAX_RETRIES, SINCE
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.exceptions import BROAD, is_exception_class, listed, takes_in
from celerylint.facts.module import Module
from celerylint.facts.name_read import is_read
from celerylint.facts.task import Task
from celerylint.facts.task_class import Option, Part
from celerylint.syntax.value import UNKNOWN, entries, fold, items

_CLASS = regex(r"[A-Z][a-zA-Z0-9]*(Error|Exception|Timeout|Exceeded)")
_NO_CLASS = regex(r"[a-z_]|[A-Z][A-Z0-9_]+$")
_OF_BACKOFF = ("retry_backoff_max", "retry_jitter")


class Listed(NamedTuple):
    """What stands where exception classes should: its place (with the name of an option), the option, its source, what
    kind of thing it is, and the place of the value."""

    span: Span
    option: str
    text: str
    kind: str
    value: Span


class RetryPolicy:
    """The options of a task by which Celery retries it on an exception (celery.app.autoretry)."""

    of = Task
    words = tuple(sorted(AUTORETRY_OPTIONS))

    def __init__(self, task: Task) -> None:
        self.task = task
        self.module = task.module
        self.node = task.node

    @classmethod
    def find(cls, module: Module) -> Iterable[RetryPolicy]:
        return [cls(task) for task in module.all(Task) if AUTORETRY_OPTIONS & task.options.named.keys()]

    @property
    def span(self) -> Span:
        return self.task.span

    @cached_property
    def is_automatic(self) -> bool | None:
        """Whether Celery retries the task by itself; None if that cannot be seen."""
        option = self.task.option("autoretry_for")
        if option is None:
            return None if self.task.options.open else False
        return option.value is not None and option.value != ()

    @cached_property
    def retried(self) -> list[str | None]:
        """The exception classes of `autoretry_for`; None for one that is unknown."""
        return self._classes("autoretry_for")

    def retries(self, kind: str | None) -> bool:
        """Whether an exception class is known to be retried."""
        if self.task.options.open and self.task.option("dont_autoretry_for") is None:
            return False
        left_out = self._classes("dont_autoretry_for")
        if any(_may_be_many(name) or takes_in(self.module.scopes, name, kind) for name in left_out):
            return False
        return any(takes_in(self.module.scopes, name, kind) for name in self.retried)

    @property
    def is_broad(self) -> bool:
        """Whether Exception is among what is retried."""
        return bool(self.is_automatic) and not BROAD.isdisjoint(self.retried)

    @property
    def spares(self) -> bool:
        """Whether some exceptions are, or may be, left out of what is retried."""
        spared = self.task.option("dont_autoretry_for")
        return self.task.options.open if spared is None else spared.value not in (None, ())

    @cached_property
    def max_retries(self) -> object:
        """How often Celery retries the task; None for no end, UNKNOWN if that cannot be seen."""
        own, options = self.task.option("max_retries"), self.task.option("retry_kwargs")
        given = entries(options.node, options.scopes) if options else []
        for key, node in given or ():
            most = fold(node, options.scopes) if key == "max_retries" and options else None
            if most is not None:  # None means the task's own
                return most
        if self.task.options.open or given is None:
            return UNKNOWN
        return own.value if own else MAX_RETRIES

    @property
    def fixed_delay(self) -> object:
        """The seconds that every retry of Celery waits, where all wait the same; None if they need not, UNKNOWN if
        only the number cannot be seen."""
        backoff = self.task.option("retry_backoff")
        if self.task.options.open or (backoff and backoff.value not in (None, False, 0)):
            return None
        options, delay = self.task.option("retry_kwargs"), self.task.option("default_retry_delay")
        given = entries(options.node, options.scopes) if options else ()
        if given is None:
            return UNKNOWN
        countdowns = [fold(value, options.scopes) for key, value in given if key == "countdown"] if options else []
        return countdowns[0] if countdowns else delay.value if delay else DEFAULT_RETRY_DELAY

    @property
    def listed_span(self) -> Span:
        """The place of `autoretry_for`."""
        option = self.task.option("autoretry_for")
        return option.span if option else self.span

    @property
    def may_spare(self) -> bool:
        """Whether Celery of the target version reads `dont_autoretry_for`."""
        return SINCE["dont_autoretry_for"] <= self.module.settings.target_celery

    @property
    def place_to_spare(self) -> tuple[Span, Span | None] | None:
        """The place of `autoretry_for=` in the task's own decorator, beside which an exception can be spared, and of
        the value of `dont_autoretry_for` if that is written out there; None if there is no such place."""
        option, spared = self.task.option("autoretry_for"), self.task.option("dont_autoretry_for")
        if option is None or not option.direct or not self.may_spare or self.task.options.open:
            return None
        if spared is None:
            return option.span, None
        is_written_out = spared.direct and isinstance(spared.node, (ast.Tuple, ast.List)) and spared.node.elts
        return (option.span, self.module.span(spared.node)) if is_written_out else None

    @property
    def unused_delays(self) -> Iterable[Part]:
        """The delays that are given for retries of Celery, which go by `retry_backoff`."""
        backoff = self.task.option("retry_backoff")
        if not self.is_automatic or backoff is None or backoff.value in (None, False, 0, UNKNOWN):
            return
        delay, options = self.task.option("default_retry_delay"), self.task.option("retry_kwargs")
        if delay and (delay.direct or self.task.owner):
            yield Part(delay.name, delay.span)
        if options is None or not options.is_in(self.module):
            return
        for item in items(options.node, options.scopes) or ():
            if item.key == "countdown":
                yield Part("countdown", self.module.span(item.key_node))

    def _classes(self, name: str) -> list[str | None]:
        """The exception classes that an option lists. What another file defines and lists is not known by its name."""
        option = self.task.option(name)
        found = listed(option.scopes, option.node) if option else []
        is_here = option is None or option.is_in(self.module)
        return [kind if is_here or (kind and not kind.startswith(":")) else None for kind in found]

    def overlaps(self, kinds: list[str | None]) -> bool:
        """Whether one of the classes that a handler catches is surely retried, or takes in one that is."""
        scopes = self.module.scopes
        broader = any(takes_in(scopes, kind, name) for kind in kinds for name in self.retried)
        return broader or any(self.retries(kind) for kind in kinds)

    @property
    def shaping_option(self) -> str | None:
        """The option that says when and how often Celery retries the task, if one does."""
        for name in ("retry_backoff", "retry_kwargs"):
            option = self.task.option(name)
            if option and option.value not in (None, False, 0):
                return name
        return None

    @property
    def idle_option(self) -> Option | None:
        """The first option of the task's own decorator that acts on nothing, as far as this file can tell."""
        if self.is_automatic is None or self.task.options.open:
            return None
        backoff = self.task.option("retry_backoff")
        for option in self.task.direct_options:
            if option.name not in AUTORETRY_OPTIONS - {"autoretry_for"} or option.value in (None, False, 0, ()):
                continue
            lacks_backoff = option.name in _OF_BACKOFF and (backoff is None or backoff.value in (None, False, 0))
            if not self.is_automatic or lacks_backoff:
                return None if self._may_be_read() else option
        return None

    def _may_be_read(self) -> bool:
        """Whether the project may go by these options in a retry of its own."""
        if self.task.is_handed_on or self.task.app_has_task_class:
            return True
        return any(is_read(self.module, name) for name in AUTORETRY_OPTIONS)

    @property
    def hopeless(self) -> Iterable[Listed]:
        """What `autoretry_for` names that only the worker's parent process makes, and a task never raises."""
        option = self.task.option("autoretry_for")
        is_here = option is not None and option.is_in(self.module)
        node = self.module.scopes.assigned(option.node) if option and is_here else None
        for part in node.elts if isinstance(node, (ast.Tuple, ast.List, ast.Set)) else ():
            if self.module.scopes.qualified(part) in RAISED_BY_PARENT:
                span = self.module.span(part)
                yield Listed(span, "autoretry_for", ast.unparse(part), "hopeless", span)

    @property
    def faults(self) -> Iterable[Listed]:
        """What `autoretry_for` and `dont_autoretry_for` hold that is no tuple of exception classes."""
        for name in ("autoretry_for", "dont_autoretry_for"):
            option = self.task.option(name)
            if option is None or not option.is_in(self.module):
                continue
            node = self.module.scopes.assigned(option.node) or option.node
            if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
                for part in node.elts:
                    kind = self._kind(part)
                    if kind and kind != "a class":
                        span = self.module.span(part)
                        yield Listed(span, name, ast.unparse(part), kind, span)
                continue
            kind = self._kind(option.node)
            if kind:
                yield Listed(option.span, name, ast.unparse(option.node), kind, self.module.span(option.node))

    def _kind(self, node: ast.expr) -> str | None:
        value = fold(node, self.module.scopes)
        if isinstance(value, str):
            return "text"
        if value is None:
            return "nothing"
        qualified = self.module.scopes.qualified(node)
        if value is not UNKNOWN or qualified is None:
            return None
        is_call = qualified.endswith("()")
        plain = qualified.removesuffix("()")
        if is_exception_class(self.module.scopes, plain) or _CLASS.fullmatch(plain.rpartition(".")[2]):
            return "an instance" if is_call else "a class"
        return None


def _may_be_many(name: str | None) -> bool:
    """Whether a name may be that of a tuple made elsewhere: it is unknown, or not spelt like a class."""
    return name is None or _NO_CLASS.match(name.rpartition(".")[2].lstrip(":")) is not None
