"""The settings of an app, wherever the files of its project set them."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from celerylint.celery.names import SHARED_TASK
from celerylint.core.lazy import lazy
from celerylint.facts.app import App, OwnTaskClass, apps, is_plain_app_class, made_by
from celerylint.facts.config_source import ConfigSource, Loaded, star_imports
from celerylint.facts.configuring_function import ConfiguringFunction, configuring_function, is_in
from celerylint.facts.known_setting import known_settings
from celerylint.facts.module import Module
from celerylint.facts.near_app import NearApp, own_skeleton
from celerylint.facts.open_settings import OpenSettings
from celerylint.facts.project import Value
from celerylint.facts.setting import Setting
from celerylint.facts.setting_finder import SettingFinder
from celerylint.facts.task import Task
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.node import last_name
from celerylint.syntax.value import UNKNOWN, items, merged

_LOADING = (None, "loader", "fixups", "changes")
_BROKER = ("broker_url", "broker_read_url", "broker_write_url", "broker_host")
_CONFIGURING = (".conf.update(", ".conf =", ".config_from_object(", ".add_defaults(", ".Task =")
_BIG = ("beat_schedule", "task_routes", "task_queues", "task_annotations")
"""Settings that are long enough to be kept in a file of their own."""

_OLD_NAMES_SINCE = (5, 7)
"""The first Celery that reads the names of Celery 3 under a namespace."""


class _Group(NamedTuple):
    """The settings of one file by name, and those of them that are surely read as written."""

    by_name: dict[str, list[Setting]]
    sure: set[Setting]


class AppSettings:
    """The settings of the one app that a file makes: those of the file, and of what it configures the app from.

    `module` is the file, and `node` the call that makes the app.
    """

    of = App

    def __init__(self, module: Module, node: ast.Call) -> None:
        self.module = module
        self.node = node

    @classmethod
    def find(cls, module: Module) -> Iterable[AppSettings]:
        made = apps(module)
        if len(made) == 1 and is_plain_app_class(module, module.scopes.qualified(made[0].func) or ""):
            yield cls(module, made[0])

    @classmethod
    def of_task(cls, task: Task) -> AppSettings | None:
        """Those of the app of a task; of a shared task, of the one app that is made near its file."""
        made = task.app_made
        if made is None and task.factory is not None and task.module.scopes.qualified(task.factory) in SHARED_TASK:
            return cls.near(task.module)
        return made.module.at(cls, made.call) if made else None

    @classmethod
    def of_file(cls, module: Module) -> AppSettings | None:
        """Those of the one app that a file makes; else of the one app of all its tasks; else of the one near it."""
        made, tasks = module.all(cls), module.all(Task)
        if made or apps(module):
            return made[0] if made else None
        if not tasks:
            return cls.near(module)
        found = {cls.of_task(task) for task in tasks}
        return found.pop() if len(found) == 1 else None

    @classmethod
    def near(cls, module: Module) -> AppSettings | None:
        """Those of the one app that is made near a file."""
        found = module.all(NearApp)
        return found[0].module.at(cls, found[0].node) if len(found) == 1 else None

    @classmethod
    def loading(cls, module: Module) -> AppSettings | None:
        """Those of an app near a file that is configured from the file, or from what imports everything from it."""
        own = own_skeleton(module)
        for near in module.all(NearApp) if own else ():
            settings = near.module.at(cls, near.node)
            if settings and any(loaded.module is own for source in settings._sources for loaded in source.loaded):
                return settings
        return None

    # --- what is set

    def named(self, *names: str) -> list[Setting]:
        """The settings that Celery calls by one of these names, and items of them, however they are written."""
        return [setting for group in self._groups for name in names for setting in group.by_name.get(name, ())]

    def sets(self, *names: str) -> bool:
        """Whether one of these is set, in any case."""
        return bool(self.named(*names))

    def only(self, name: str) -> Setting | None:
        """The setting of a name, if it is set once and in any case by what overrides the others, and surely read."""
        if not self.is_whole:
            return None
        groups = [group for group in self._groups if name in group.by_name]
        if not groups or (len(groups) > 1 and (groups[0] is self._groups[0] or len(self._sources) > 1)):
            return None
        found = groups[0].by_name[name]
        is_single = len(found) == 1 and not found[0].path and not found[0].is_conditional
        if not is_single or found[0] not in groups[0].sure:
            return None
        may_differ = self.is_of_django and self._is_written_elsewhere(f"{found[0].name} =")  # for another environment
        return None if may_differ else found[0]

    def value(self, name: str) -> object:
        """The value of a setting, its default if nothing sets it; UNKNOWN where that cannot be seen."""
        if self.sets(name):
            setting = self.only(name)
            return setting.value if setting else UNKNOWN
        return known_settings()[name].default if self.lacks(name) else UNKNOWN

    @property
    def is_of_django(self) -> bool:
        """Whether Django's settings are among them."""
        return any(source.is_of_django for source in self._sources)

    @property
    def has_broker(self) -> bool:
        """Whether the files say which broker it has, so that they are the place for such settings."""
        return self.sets(*_BROKER)

    def lacks(self, *names: str) -> bool:
        """Whether surely nothing sets one of these: every file that is loaded is known, and no other names them."""
        if not self.is_whole or self.sets(*names):
            return False
        if own_skeleton(self.module) is None:
            return True  # nothing is known of a project
        texts = [text for name in names for text in (name, name.upper(), known_settings()[name].old_name) if text]
        if not self._sources:
            texts += _CONFIGURING
        return not self.module.project.is_written(texts, self.module.source.path)

    def every(self, *names: str) -> list[Setting] | None:
        """All settings of these names; None if there may be others, tests aside, or if they may grow later."""
        if not self._is_shown:
            return None
        grown = [f".{name}{how}" for name in names for how in (".append", ".extend", " +=", "+=")]
        if any(text in module.source.text for module in self._files for text in grown):
            return None
        texts = [*_CONFIGURING, *(f".conf.{name}" for name in names), ".conf["]
        is_known = not self.module.project.is_written_in_code(texts, *(module.source.path for module in self._files))
        return self.named(*names) if is_known else None

    def _is_written_elsewhere(self, text: str) -> bool:
        """Whether a file writes a text that is none of those whose settings are known."""
        return self.module.project.is_written([text], *(module.source.path for module in self._files))

    @property
    def _files(self) -> list[Module]:
        """The files whose settings are known."""
        loaded = (loaded.module for source in self._sources for loaded in source.loaded)
        handed = (function.module for function in self.functions if function)
        return [self.module, *handed, *loaded, *(value.module for value in self._dicts.values())]

    # --- where

    @property
    def has_task_class(self) -> bool:
        """Whether the app is given a class for its tasks."""
        return any(keyword.arg == "task_cls" for keyword in self.node.keywords) or bool(self.module.all(OwnTaskClass))

    @lazy
    def is_whole(self) -> bool:
        """Whether the files show all that the app is configured from. A file that makes an app and says no more leaves
        that to others."""
        return self._is_shown and (bool(self._sources) or self.has_broker)

    @lazy
    def _is_shown(self) -> bool:
        """Whether the files show all that the file configures the app from."""
        if any(keyword.arg in _LOADING for keyword in self.node.keywords):
            return False
        if self._is_handed_on:
            return False
        updates = self.module.index.calls("update", "add_defaults", texts=("*conf", "add_defaults"))
        if any(map(self._may_configure, updates)):
            return False
        calls = {source.call for source in self._sources} | self._dicts.keys()
        if any(opened.node not in calls for opened in self.module.all(OpenSettings)):
            return False
        for source in self._sources:
            is_shown = source.is_shown or source.call in self._dicts
            if not is_shown and not (source.is_whole and _is_known_prefix(source)):
                return False
        return True

    @property
    def loads(self) -> bool:
        """Whether the file takes settings from somewhere."""
        return bool(self._sources or self.module.all(OpenSettings))

    @property
    def _is_handed_on(self) -> bool:
        """Whether the file hands the app to a function that may give it settings which are not seen."""
        return None in self.functions

    @lazy
    def functions(self) -> list[ConfiguringFunction | None]:
        """The functions that the file hands the app to; None for one that may do anything."""
        index = self.module.index
        own = index.parents[self.node]
        later = (node for node in index.own(index.tree, ast.Assign) if made_by(self.module, node.value) is self.node)
        targets = [getattr(own, "target", None)]
        for assignment in (own, *later):
            targets += assignment.targets if isinstance(assignment, ast.Assign) else ()
        names = {target.id for target in targets if isinstance(target, ast.Name)}
        found: list[ConfiguringFunction | None] = []
        for node in [node for name in names for node in index.names(name)]:
            holder = index.parents[node]
            call = index.parents[holder] if isinstance(holder, ast.keyword) else holder
            if isinstance(call, ast.Call) and call.func is not node:
                found.append(configuring_function(self.module, call, node) if self._is_beside(call) else None)
            elif isinstance(holder, ast.keyword):
                found.append(None)
        return found

    def _is_beside(self, call: ast.Call) -> bool:
        """Whether a call is made where the app is made, or used, in any case."""
        index = self.module.index
        around = index.enclosing_function(call)
        is_always = not any(isinstance(above, (ast.If, ast.Try)) for above in index.ancestors(call))
        return is_always and around in (None, index.enclosing_function(self.node))

    def _may_configure(self, call: ast.Call) -> bool:
        """Whether a call in the file gives some app settings, one that a function is given or settings out of sight."""
        receiver = call.func.value if isinstance(call.func, ast.Attribute) else None
        if last_name(call.func) == "add_defaults":
            return not (call.args and isinstance(call.args[0], ast.Dict))
        is_conf = isinstance(receiver, ast.Attribute) and receiver.attr == "conf"
        return is_conf and not SettingFinder(self.module).is_conf(call.func.value)  # type: ignore[attr-defined]

    @property
    def _sources(self) -> list[ConfigSource]:
        return self.module.all(ConfigSource)

    @lazy
    def _groups(self) -> list[_Group]:
        """The settings of the file, then of each module or class that it loads, what overrides first."""
        own = self.module.all(Setting)
        sure = set(filter(self._is_read, own))
        handed = [setting for function in self.functions if function for setting in _set_in(function)]
        sure.update(setting for function, setting in handed if not function.module.index.own(function.node, ast.Return))
        found = [_Group(_by_name([*own, *(setting for _, setting in handed)]), sure)]
        for source in self._sources:
            for loaded in source.loaded:
                if loaded.module is not self.module:
                    settings = list(_settings_of(loaded, source))
                    sure = {setting for setting in settings if _is_surely_read(setting, loaded, source)}
                    found.append(_Group(_by_name(settings), sure))
        prefixes: dict[ast.AST, str] = {source.call: source.prefix for source in self._sources}
        for call, value in self._dicts.items():
            settings = SettingFinder(value.module).in_dict(value.node, prefixes.get(call, ""))
            found.append(_Group(_by_name(settings), set(settings)))
        return found

    @lazy
    def _dicts(self) -> dict[ast.AST, Value]:
        """The dicts of other files that hold settings, by the calls that are given them: `app.conf.update(OPTIONS)`."""
        found: dict[ast.AST, Value] = {}
        for opened in self.module.all(OpenSettings):
            given = opened.node.args if isinstance(opened.node, ast.Call) and not opened.node.keywords else []
            name = self.module.scopes.imported(given[0]) if len(given) == 1 else None
            value = self.module.project.value(self.module.source.path, name) if name else None
            if value and items(value.node, value.module.scopes) is not None and None not in _keys(value.node):
                found[opened.node] = value
        return found

    def _is_read(self, setting: Setting) -> bool:
        """Whether a setting of the file itself is one of the app, and not a variable that is called so."""
        if setting.is_on_conf or setting.is_parameter or setting.source is not None:
            return True
        return any(keyword.value is setting.node for keyword in self.node.keywords)


def _set_in(function: ConfiguringFunction) -> Iterator[tuple[ConfiguringFunction, Setting]]:
    """What a function sets of the app that it is handed."""
    finder = SettingFinder(function.module, parameters=frozenset({function.parameter}))
    for setting in (*finder.assigned(), *finder.called()):
        if setting.is_on_conf and is_in(function, setting.node):
            yield function, setting


def handed_app(module: Module) -> frozenset[ast.AST]:
    """The parameters of functions of a file that an app near it is handed to."""
    own = own_skeleton(module)
    found: set[ast.AST] = set()
    for near in module.all(NearApp) if own else ():
        settings = near.module.at(AppSettings, near.node)
        for function in settings.functions if settings else ():
            node = module.scopes.defined(function.module.scopes.path(function.node)) if function else None
            if function and function.module is own and isinstance(node, FUNCTIONS):
                given = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
                found.update(each for each in given if each.arg == function.parameter.arg)
    return frozenset(found)


def given_to_app(module: Module) -> dict[str, str]:
    """The variables of a file that an app near it is given as settings: their names, and those of the settings; empty
    for a dict of settings."""
    own = own_skeleton(module)
    found: dict[str, str] = {}
    for near in module.all(NearApp) if own else ():
        settings = near.module.at(AppSettings, near.node)
        for setting in settings.named(*_BIG) if settings else ():
            for part in [setting.node, *merged(setting.node)] if not setting.path else ():
                name = setting.module.scopes.imported(part)
                value = module.project.value(setting.module.source.path, name) if name else None
                if value and value.module is own and setting.canonical:
                    found.update(dict.fromkeys(_names_of(own, value.node), setting.canonical))
        for value in settings._dicts.values() if settings else ():
            if value.module is own:
                found.update(dict.fromkeys(_names_of(own, value.node), ""))
    return found


def _keys(node: ast.expr) -> list[object]:
    """The keys of a dict as they are written; None stands for what it takes from another one."""
    return [*node.keys] if isinstance(node, ast.Dict) else [each.arg for each in getattr(node, "keywords", ())]


def _names_of(module: Module, value: ast.expr) -> Iterator[str]:
    """The variables of a file that are given a value."""
    for statement in module.index.tree.body:
        if isinstance(statement, (ast.Assign, ast.AnnAssign)) and statement.value is value:
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            yield from (target.id for target in targets if isinstance(target, ast.Name))


def _is_known_prefix(source: ConfigSource) -> bool:
    """Whether settings can be told by their names: those of Django are among many others."""
    return not source.is_of_django or source.prefix in ("", "CELERY_")


def _settings_of(loaded: Loaded, source: ConfigSource) -> Iterator[Setting]:
    """The settings that are seen to be loaded from a module or a class."""
    module, owner = loaded.module, loaded.owner
    if source.is_of_django:
        yield from module.all(Setting)
        return
    finder = SettingFinder(module, {owner: source.prefix})
    for setting in (*finder.assigned(), *finder.called()):
        if setting.source is owner or setting.path:
            yield setting


def _is_surely_read(setting: Setting, loaded: Loaded, source: ConfigSource) -> bool:
    """Whether the name is one that is read there, and nothing that is imported below overrides it."""
    stars = [node.lineno for node in star_imports(loaded.module)]
    if loaded.is_conditional or max(stars, default=0) > setting.node.lineno:
        return False
    if not source.prefix:
        return not source.is_of_django or setting.is_old_name
    is_old = setting.is_old_name and loaded.module.settings.target_celery < _OLD_NAMES_SINCE
    return setting.name.startswith(source.prefix) and not is_old


def _by_name(settings: Iterable[Setting]) -> dict[str, list[Setting]]:
    found: dict[str, list[Setting]] = {}
    for setting in settings:
        if setting.canonical:
            found.setdefault(setting.canonical, []).append(setting)
    return found
