"""Schedules that a later statement, or a later key, takes the place of."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import Literal

from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.periodic_call import PeriodicCall
from celerylint.facts.schedule_entry import ScheduleEntry
from celerylint.facts.setting import Setting
from celerylint.syntax.index import descendants
from celerylint.syntax.value import items

Kind = Literal["key", "schedule", "name", "signature"]
_BLOCKS = ("body", "orelse", "finalbody")


class Overwritten:
    """A part of the schedule that takes the place of one before it: an entry of the same key, the whole schedule, a
    periodic task of the same name, or of the same signature without a name. `line` is where the lost one stands."""

    of = (Setting, PeriodicCall)
    words = (*ScheduleEntry.words, *PeriodicCall.words)

    def __init__(self, kind: Kind, node: ast.AST, span: Span, name: str, line: int) -> None:
        self.kind = kind
        self.node = node
        self.span = span
        self.name = name
        self.line = line

    @classmethod
    def find(cls, module: Module) -> Iterable[Overwritten]:
        yield from _keys(module)
        yield from _schedules(module)
        yield from _calls(module)


def _keys(module: Module) -> Iterator[Overwritten]:
    """Entries of one dict, or assigned one after the other, that have the same key and are not the same."""
    before: dict[tuple[object, str], ScheduleEntry] = {}
    for entry in module.all(ScheduleEntry):
        place = _display(module, entry) or _block(module, entry.node)
        if entry.name is None:
            continue
        lost = before.get((place, entry.name))
        before[place, entry.name] = entry
        if lost and ast.dump(lost.node) != ast.dump(entry.node) and not _is_read(module, entry.setting, lost, entry):
            yield Overwritten("key", entry.node, entry.span, entry.name, lost.span.line)


def _display(module: Module, entry: ScheduleEntry) -> ast.AST | None:
    """The dict that an entry is written in."""
    above = module.index.parents[entry.node]
    above = module.index.parents[above] if isinstance(above, ast.keyword) else above
    return above if items(above, module.scopes) is not None else None


def _schedules(module: Module) -> Iterator[Overwritten]:
    """Schedules assigned one after the other, the first of which has entries that the second does not take over."""
    before: dict[tuple[object, str], Setting] = {}
    for setting in Setting.whole(module, "beat_schedule"):
        if setting.target is None:
            continue
        key = (_block(module, setting.node), setting.target)
        lost = before.get(key)
        before[key] = setting
        if lost and items(lost.node, module.scopes) and not _is_read(module, setting, lost, setting):
            yield Overwritten("schedule", setting.node, setting.name_span, setting.name, lost.name_span.line)


def _calls(module: Module) -> Iterator[Overwritten]:
    """Calls of `add_periodic_task` in one block, of the same name, or of the same signature without a name."""
    before: dict[tuple[object, str, str], PeriodicCall] = {}
    for call in module.all(PeriodicCall):
        key = call.key
        if key:
            place = (_block(module, call.node), *key)
            lost = before.get(place)
            before[place] = call
            if lost:
                kind: Kind = "name" if call.given("name") else "signature"
                yield Overwritten(kind, call.node, call.span, key[1], lost.span.line)


def _block(module: Module, node: ast.AST) -> tuple[ast.AST, str]:
    """The block of statements that a node stands in."""
    statement = module.index.statement(node)
    above = module.index.parents[statement]
    return above, next((name for name in _BLOCKS if statement in (getattr(above, name, None) or ())), "")


def _is_read(module: Module, setting: Setting, lost: ScheduleEntry | Setting, new: ScheduleEntry | Setting) -> bool:
    """Whether the setting is mentioned after it was set first, in what it is set to next or before that."""
    first, last = module.index.statement(lost.node), module.index.statement(new.node)
    if first is last:
        return False
    body = module.index.enclosing_function(last) or module.index.tree
    for node in (*module.index.mentions(body, {setting.name}), *_named(last, setting.name)):
        is_read = isinstance(node.ctx, ast.Load) and not isinstance(module.index.parents[node], ast.Subscript)
        if is_read and (first.end_lineno or 0) < node.lineno <= (last.end_lineno or 0):
            return True
    return False


def _named(statement: ast.stmt, name: str) -> Iterator[ast.Name | ast.Attribute]:
    for node in descendants(statement):
        if isinstance(node, (ast.Name, ast.Attribute)) and name == (
            node.id if isinstance(node, ast.Name) else node.attr
        ):
            yield node
