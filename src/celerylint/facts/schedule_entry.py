"""Entries of the beat schedule, in every way in which one file sets them."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from celerylint.celery.options import EXECUTION_OPTIONS, ROUTING_OPTIONS
from celerylint.celery.schedules import SCHEDULE_ENTRY_ALIASES, SCHEDULE_ENTRY_KEYS
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.schedule_value import Fault, schedule_fault
from celerylint.facts.setting import Setting, name_span
from celerylint.facts.spelling import distance
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.value import entries, fold, is_timedelta, items, merged, text_of

_OTHER_SCHEDULERS = regex(r"(?i)redbeat|django_celery_beat|sqlalchemy_scheduler|beat_?scheduler|import \*")
_SETTINGS_ELSEWHERE = regex(r"config_from_(?:object\(\s*[\"']|envvar)")
_GONE_THROUGH = regex(r"\b(\w+)\.(?:items|values)\(|\bin (\w+)\b")
_WHOLE = ("Celery(", "INSTALLED_APPS")
_MAX_DEPTH = 20


class Key(NamedTuple):
    """A key of an entry that Celery does not know, and the one that was probably meant."""

    name: str
    span: Span
    meant: str | None

    @property
    def is_option(self) -> bool:
        """Whether it is an execution option, which belongs into `options`."""
        return self.name in EXECUTION_OPTIONS


class OtherReaders:
    """Who else than Celery's own scheduler may read a schedule: one fact a file. `names` are those that the file goes
    through the items of."""

    def __init__(self, module: Module) -> None:
        self.node = module.source.tree
        text = module.source.text
        self.are_schedulers = _OTHER_SCHEDULERS.search(text) is not None
        self.names = frozenset(name for pair in _GONE_THROUGH.findall(text) for name in pair if name)

    @classmethod
    def find(cls, module: Module) -> Iterable[OtherReaders]:
        yield cls(module)


class ScheduleEntry:
    """An entry of `beat_schedule`; `name` is its key, if that is text, and `span` the place of the key."""

    of = Setting
    words = ("*schedule", "*SCHEDULE")

    def __init__(self, setting: Setting, name: str | None, span: Span, node: ast.expr) -> None:
        self.module = module = setting.module
        self.name = name
        self.span = span
        self.node = node
        self.setting = setting
        self._items = {item.key: item for item in items(node, module.scopes) or () if isinstance(item.key, str)}

    @classmethod
    def find(cls, module: Module) -> Iterable[ScheduleEntry]:
        found: dict[ast.AST, ScheduleEntry] = {}
        for setting in Setting.named(module, "beat_schedule"):
            for entry in cls.of_setting(setting):
                found.setdefault(entry.node, entry)
        return found.values()

    @classmethod
    def of_setting(cls, setting: Setting) -> Iterable[ScheduleEntry]:
        """The entries that `beat_schedule` holds, or an item of it is."""
        for name, span, node in _entries(setting):
            if items(node, setting.module.scopes) is not None:
                yield cls(setting, name, span, node)

    @cached_property
    def is_open(self) -> bool:
        """Whether the entry may hold keys that cannot be seen. What a name stands for may have grown since."""
        if isinstance(self.node, ast.Name):
            return True
        dict_node = self.module.scopes.assigned(self.node)
        if isinstance(dict_node, ast.Dict):
            return any(key is None or not isinstance(fold(key, self.module.scopes), str) for key in dict_node.keys)
        return isinstance(dict_node, ast.Call) and (
            bool(dict_node.args) or any(keyword.arg is None for keyword in dict_node.keywords)
        )

    @cached_property
    def has_another_reader(self) -> bool:
        """Whether a scheduler other than Celery's may read the entry, or the file itself make another entry of it."""
        readers = self.module.all(OtherReaders)[0]
        return readers.are_schedulers or self.setting.name in readers.names

    @property
    def is_surely_celerys(self) -> bool:
        """Whether nothing else reads the entry: the file makes the app, or shows what apps Django has, and no settings
        of another file may name another scheduler."""
        text = self.module.source.text
        if self.has_another_reader or self.module.says(_SETTINGS_ELSEWHERE):
            return False
        return any(word in text for word in _WHOLE)

    def place_of(self, key: str) -> Span | None:
        """The place of the value of a key."""
        return self.module.span(self._items[key].value) if key in self._items else None

    @property
    def unknown_keys(self) -> list[Key]:
        """The keys that are no parameter of Celery's own entries."""
        names = [name for name in self._items if name not in SCHEDULE_ENTRY_KEYS]
        return [Key(name, name_span(self.module, self._items[name].key_node), _meant(name)) for name in names]

    # --- task

    @property
    def task(self) -> str | None:
        """The name of the task; None if it is not given or not known."""
        return text_of(self._items["task"].value, self.module.scopes) if "task" in self._items else None

    @property
    def task_node(self) -> ast.expr | None:
        """What names the task."""
        return self._items["task"].value if "task" in self._items else None

    @property
    def lacks_task(self) -> bool:
        """Whether no task is named."""
        return "task" not in self._items and not self.is_open

    # --- schedule

    @property
    def lacks_schedule(self) -> bool:
        """Whether it does not say when to run."""
        return "schedule" not in self._items and not self.is_open

    @property
    def schedule_fault(self) -> Fault | None:
        """What is wrong with the schedule."""
        item = self._items.get("schedule")
        return schedule_fault(self.module, item.value) if item else None

    # --- arguments and options

    @property
    def args_node(self) -> ast.expr | None:
        """What the task is given by place."""
        return self._items["args"].value if "args" in self._items else None

    @property
    def kwargs_node(self) -> ast.expr | None:
        """What the task is given by name."""
        return self._items["kwargs"].value if "kwargs" in self._items else None

    @property
    def unusable(self) -> str | None:
        """The key of arguments that beat cannot read: `args` that is a number, `kwargs` that is no dict."""
        args, kwargs = (fold(node, self.module.scopes) if node else None for node in (self.args_node, self.kwargs_node))
        if isinstance(args, (int, float)) and args:
            return "args"
        return "kwargs" if isinstance(kwargs, (int, float, str, tuple)) and kwargs else None

    def may_have_option(self, *names: str) -> bool:
        """Whether its options hold one of these, or cannot be seen whole."""
        if "options" not in self._items:
            return self.is_open
        node = self.module.scopes.assigned(self._items["options"].value)
        given = entries(node, self.module.scopes)
        is_whole = given is not None and len(given) == len(getattr(node, "keys", given))
        return not is_whole or any(key in names for key, _ in given or ())

    @property
    def may_name_a_queue(self) -> bool:
        """Whether its options say where to send it, or cannot be seen whole."""
        return self.may_have_option(*ROUTING_OPTIONS)

    @property
    def schedule_node(self) -> ast.expr | None:
        """What says when to run."""
        return self._items["schedule"].value if "schedule" in self._items else None

    def option(self, name: str) -> ast.expr | None:
        """What an execution option is given."""
        given = entries(self._items["options"].value, self.module.scopes) if "options" in self._items else None
        return next((value for key, value in given or () if key == name), None)

    @property
    def timedelta_expires(self) -> Span | None:
        """The place of the option `expires`, if that is a timedelta."""
        expires = self.option("expires")
        if expires is None or not is_timedelta(expires, self.module.scopes):
            return None
        return self.module.span(expires)


def _entries(setting: Setting) -> Iterator[tuple[str | None, Span, ast.expr]]:
    """The entries that a setting holds: name, place of the name, and value."""
    module = setting.module
    if len(setting.path) == 1:
        yield setting.path[0], setting.key_span, setting.node
    waiting = [(setting.node, 0)] if not setting.path else []
    while waiting:
        node, depth = waiting.pop(0)
        node = module.scopes.assigned(node) or node
        for item in items(node, module.scopes) or ():
            yield item.key if isinstance(item.key, str) else None, name_span(module, item.key_node), item.value
        if depth < _MAX_DEPTH:  # `{**DAILY, "x": …}`, `DAILY | HOURLY`, `x or {}`, `build()`
            waiting += [(part, depth + 1) for part in (*merged(node), *_returned(module, node))]


def _returned(module: Module, node: ast.expr) -> list[ast.expr]:
    """What a function of the file returns that is called there."""
    function = module.scopes.definition(node.func) if isinstance(node, ast.Call) else None
    returns = module.index.own(function, ast.Return) if isinstance(function, FUNCTIONS) else []
    return [each.value for each in returns if each.value]


def _meant(name: str) -> str | None:
    """The key that was probably meant."""
    alias = SCHEDULE_ENTRY_ALIASES.get(name)
    near = [known for known in sorted(SCHEDULE_ENTRY_KEYS) if len(known) > 3 and distance(name, known) == 1]
    return alias or next(iter(near), None)
