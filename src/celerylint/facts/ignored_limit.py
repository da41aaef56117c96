"""Limits that the pool of the workers does not keep."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from celerylint.celery.pools import IGNORED_LIMITS
from celerylint.core.span import Span
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.module import Module
from celerylint.facts.pool import pool_of
from celerylint.facts.setting import Setting
from celerylint.facts.task_class import Option
from celerylint.facts.task_option import GivenOption


class IgnoredLimit:
    """A time limit, or one of what a process may do before it is replaced, of which the `pool` takes no notice: an
    option of a task or a call, or a setting."""

    of = (Setting, GivenOption, Dispatch)
    words = ("*time_limit", "*TIME_LIMIT", "*per_child", "*PER_CHILD")

    def __init__(self, pool: str, name: str, node: ast.expr, span: Span, is_of_process: bool = False) -> None:
        self.pool = pool
        self.name = name
        self.node = node
        self.span = span
        self.is_of_process = is_of_process

    @classmethod
    def find(cls, module: Module) -> Iterable[IgnoredLimit]:
        pool = pool_of(module) or ""
        names = IGNORED_LIMITS.get(pool, frozenset())
        for setting in Setting.named(module, *sorted(names), *(f"task_{name}" for name in sorted(names))):
            if not _is_off(setting.value):
                yield cls(pool, setting.name, setting.node, setting.name_span, setting.canonical in names)
        for option in _options(module) if names else ():
            if option.name in names and not _is_off(option.value):
                yield cls(pool, option.name, option.node, option.span)


def _options(module: Module) -> Iterator[GivenOption | Option]:
    """The options of tasks and of calls."""
    yield from (given for given in module.all(GivenOption) if not given.may_be_read_otherwise)
    for dispatch in module.all(Dispatch):
        yield from dispatch.options.named.values()


def _is_off(value: object) -> bool:
    return value is None or value == 0
