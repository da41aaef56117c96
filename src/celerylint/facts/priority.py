"""Priorities of messages on a Redis broker."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import Literal

from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.broker import broker_of
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.module import Module
from celerylint.facts.route import Route
from celerylint.facts.schedule_entry import ScheduleEntry
from celerylint.facts.setting import Setting
from celerylint.facts.task import Task
from celerylint.syntax.value import items, number_of, text_of

LOWEST = 9
_URGENT = frozenset("urgent critical important high highest realtime immediate vip alert alerts emergency".split())
_IDLE = frozenset("low lowest bulk background batch cleanup clean maintenance housekeeping idle".split())
_FIRST, _LAST = 2, 6
"""Redis has four steps, 0, 3, 6 and 9, unless it is told otherwise: what is 2 goes with 0."""
_WORDS = regex(r"[A-Za-z][a-z]*")


class Priority:
    """A priority of a message, for Redis where 0 is the highest: that of a route, a task, a call or an entry of the
    schedule. `name` is what it is for; that, and the `queue`, may tell how urgent it is."""

    of = (Setting, Task, Dispatch)
    words = ("priority",)

    def __init__(self, module: Module, name: str, queue: str, node: ast.expr, number: float, largest: float) -> None:
        self.module = module
        self.name = name
        self.queue = queue
        self.node = node
        self.number = number
        self._largest = largest
        self.span: Span = module.span(node)

    @classmethod
    def find(cls, module: Module) -> Iterable[Priority]:
        broker = broker_of(module) if any(True for _ in _given(module)) else None
        if broker and broker.is_redis:
            given = [(*each, number_of(each[2], module.scopes)) for each in _given(module)]
            largest = max((number for *_, number in given if number is not None), default=0)
            for name, queue, node, number in given:
                if number is not None:
                    yield cls(module, name, queue, node, number, largest)

    @property
    def inversion(self) -> Literal["last", "first"] | None:
        """When it is handled, if that is plainly not meant: what is urgent by its name last, or what can wait before
        others of the file."""
        words = {word.lower() for word in _WORDS.findall(f"{self.name} {self.queue}")}
        is_urgent, is_idle = not words.isdisjoint(_URGENT), not words.isdisjoint(_IDLE)
        if is_urgent and not is_idle and self.number >= _LAST:
            return "last"
        if is_urgent or not is_idle or self.number > _FIRST:
            return None
        return "first" if self._largest > _FIRST else None


def _given(module: Module) -> Iterator[tuple[str, str, ast.expr]]:
    """What has a priority, the queue that it goes to, and the priority."""
    for route in module.all(Route):
        given = {item.key: item.value for item in items(route.node, module.scopes) or ()}
        if "priority" in given:
            yield route.pattern or "", text_of(given.get("queue"), module.scopes) or "", given["priority"]
    for task in module.all(Task):
        yield from ((task.name, "", option.node) for option in task.direct_options if option.name == "priority")
    for dispatch in module.all(Dispatch):
        option, queue = dispatch.option("priority"), dispatch.option("queue")
        if option:
            yield dispatch.name, str(queue.value) if queue else "", option.node
    for entry in module.all(ScheduleEntry):
        node = entry.option("priority")
        if node is not None:
            yield entry.name or entry.task or "", text_of(entry.option("queue"), module.scopes) or "", node
