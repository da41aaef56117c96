"""Where a file sets settings of Celery, in every way in which one file can."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache

from celerylint.celery.names import WEB_APPS, WEB_PACKAGES
from celerylint.core.lazy import lazy
from celerylint.core.regex import regex
from celerylint.facts.app import apps, is_app
from celerylint.facts.config_source import ConfigSource
from celerylint.facts.module import Module
from celerylint.facts.near_app import loaded_by_app
from celerylint.facts.setting import Setting, name_span
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.source import lines_with
from celerylint.syntax.value import items, text_of

_CLASS = regex(r"celery\w*(config|settings)|config\w*celery", re.IGNORECASE)
_PLAIN_NAME = regex(
    r"[ \t]*(?:(?:beat|task|worker|broker|result)_\w+|accept_content|timezone|enable_utc|imports|include)\s*[:=]"
)
"""A line in which the name of a setting stands as that of a variable."""

_PLAIN_NAME_WORDS = (
    *("beat_", "task_", "worker_", "broker_", "result_"),
    *("accept_content", "timezone", "enable_utc", "imports", "include"),
)

_LIKE_SETTING = regex(
    r"(?!celery)\w*(?:schedule|routes|queues|annotations)\w*\s*[:=]"
    r"""|\s+["']?(?:broker_url|beat_schedule|task_serializer|task_routes)["']?\s*[:=]"""
)
"""A line, in small letters, in which a variable is called like one of the long settings, or a dict has such a key."""

_LONG_WORDS = ("schedule", "routes", "queues", "annotations", "broker_url", "task_serializer")

_BASES = frozenset({"builtins.object", "pydantic.BaseModel", "pydantic.BaseSettings", "pydantic_settings.BaseSettings"})


class SettingFinder:
    """Where one file sets settings: what it assigns, what it calls, and what its app is configured from.

    `loaded` are the classes of the file, or the file itself, that an app of another file is configured from, with the
    prefix of names there. `parameters` are those that are handed an app of another file.
    """

    def __init__(
        self,
        module: Module,
        loaded: dict[ast.AST, str] | None = None,
        parameters: frozenset[ast.AST] | None = None,
    ) -> None:
        self.module = module
        self.index = module.index
        self.scopes = module.scopes
        self._loaded = loaded or {}
        self._parameters = parameters

    @lazy
    def _words(self) -> tuple[str, ...]:
        """Words without any of which a function sets nothing."""
        return ("conf", "config", "config_from_object", "add_defaults", *self.conf_names, "*elery*", "*CELERY*")

    # --- assignments

    def assigned(self) -> Iterator[Setting]:
        for plain in self.index.all(ast.Assign, *self._words):
            for target in plain.targets:
                if isinstance(target, ast.Name) and not self._may_be_name(target.id):
                    continue
                yield from self._keyed(target, plain.value)
        for annotated in self.index.all(ast.AnnAssign, *self._words):
            if annotated.value:
                yield from self._keyed(annotated.target, annotated.value)
        for merged in self.index.all(ast.AugAssign, *self._words):
            if isinstance(merged.op, ast.BitOr):
                yield from self._merged(merged.target, merged.value, self._dict(merged.value))

    def _keyed(self, target: ast.expr, value: ast.expr) -> Iterator[Setting]:
        for setting in self._target(target, value):
            setting.assigned_to = target if setting.node is value else None
            if isinstance(target, ast.Subscript):
                setting.key_span = self.module.span(target.slice)
            yield setting

    def _target(self, target: ast.expr, value: ast.expr) -> Iterator[Setting]:
        """`app.conf.x = …`, `app.conf["x"] = …`, `app.conf.x["key"] = …`, and `CELERY_X = …` of a settings module."""
        path: list[str | None] = []
        while isinstance(target, ast.Subscript):
            key = text_of(target.slice, self.scopes)
            if self.is_conf(target.value) or (key and key.startswith("CELERY") and self._is_web_config(target.value)):
                if key == "CELERY" and not path:
                    yield from self._dict(value)
                elif key:
                    yield self._on_conf(self._setting(key, value, target.slice, path), target.value)
                return
            path.append(key)
            target = target.value
        if isinstance(target, ast.Attribute) and (self.is_conf(target.value) or self._is_of_django(target)):
            yield self._on_conf(self._setting(target.attr, value, target, path), target.value)
        elif isinstance(target, ast.Name):
            yield from self._name(target, value, path)

    def _is_of_django(self, target: ast.Attribute) -> bool:
        """`settings.CELERY_X`, of Django's settings or a module so called."""
        return target.attr.startswith("CELERY") and self._qualified(target.value).endswith("settings")

    def _name(self, target: ast.Name, value: ast.expr, path: list[str | None]) -> Iterator[Setting]:
        owner = self._owner(target) if self._may_be_name(target.id) else None
        if owner is None:
            return
        if target.id in self._names_given and isinstance(owner, ast.Module):
            name = self._names_given[target.id]
            if name:
                yield self._setting(name, value, target, path)
            for setting in self._dict(value) if not name and not path else ():
                setting.source = owner
                yield setting
            return
        setting = self._setting(target.id, value, target, path, self._prefixes.get(owner, ""))
        setting.source = owner if owner in self._prefixes else None
        if target.id == "CELERY":
            yield from self._dict(value) if not path else ()
        elif owner in self._prefixes or target.id.startswith("CELERY") or setting.canonical:
            yield setting

    def _may_be_name(self, name: str) -> bool:
        """A filter, before the costlier look at where a name is assigned."""
        if name.startswith(("CELERY", "BROKER_")):
            return name.startswith("CELERY") or self._has_celery_names
        if name in self._names_given:
            return True
        return bool(self._prefixes or self._named_classes) and not name.startswith("_")

    def _owner(self, target: ast.Name) -> ast.Module | ast.ClassDef | None:
        """The module or class whose settings an assignment makes."""
        for above in self.index.ancestors(target):
            if isinstance(above, FUNCTIONS):
                return None
            if isinstance(above, (ast.ClassDef, ast.Module)):
                known = above in self._prefixes or above in self._named_classes or target.id in self._names_given
                return above if known or target.id.isupper() else None
        return None

    @lazy
    def _names_given(self) -> dict[str, str]:
        """The variables that an app of another file is given as settings: `app.conf.beat_schedule = SCHEDULE`."""
        lines = lines_with(self.module.source.text.lower(), _LONG_WORDS)
        if self.module.is_elsewhere or not any(map(_LIKE_SETTING.match, lines)):
            return {}
        from celerylint.facts.app_settings import given_to_app  # which finds settings

        return given_to_app(self.module)

    @lazy
    def _has_celery_names(self) -> bool:
        return re.search(r"(?m)^\s*CELERY\w*\b", self.module.source.text) is not None

    # --- what the app is configured from

    @lazy
    def _prefixes(self) -> dict[ast.AST, str]:
        """The classes of this file, or the file itself, that an app is configured from; with the namespace, if any."""
        found = dict(self._loaded)
        module = self.module
        if "Celery(" not in module.source.text and any(map(module.is_called, _config_modules())):
            found[self.index.tree] = ""
        lines = lines_with(module.source.text, _PLAIN_NAME_WORDS)
        if "Celery(" not in module.source.text and any(map(_PLAIN_NAME.match, lines)):
            found.update(loaded_by_app(module))
        for source in module.all(ConfigSource):
            own = [loaded.owner for loaded in source.loaded if loaded.module is module]
            found.update(dict.fromkeys(own, source.prefix))
        return found

    @lazy
    def _named_classes(self) -> set[ast.AST]:
        """Classes that are settings of Celery by their name, and are loaded elsewhere: those of Django and of other
        libraries are not."""
        classes = (node for node in self.index.classes() if _CLASS.search(node.name))
        return {node for node in classes if all(map(_is_plain_base, self.scopes.base_names(node)))}

    # --- calls

    def called(self) -> Iterator[Setting]:
        for call in self.index.calls("update", "from_mapping", "add_defaults", texts=self._words):
            if isinstance(call.func, ast.Attribute):
                yield from self._update(call, call.func)
        for call in apps(self.module):
            yield from self._creation(call)
        for source in self.module.all(ConfigSource):
            if isinstance(self.scopes.assigned(source.node), (ast.Dict, ast.Call)):
                yield from self._dict(source.node, prefix=source.prefix)

    def _update(self, call: ast.Call, function: ast.Attribute) -> Iterator[Setting]:
        if self.is_conf(function.value) or (
            function.attr == "add_defaults" and is_app(self.module, self._qualified(function.value))
        ):
            yield from (self._on_conf(setting, function.value) for setting in self._given(call))
        elif self._is_web_config(function.value):
            for setting in self._given(call):
                if setting.name == "CELERY":
                    yield from self._dict(setting.node)
                elif setting.name.startswith("CELERY"):
                    yield setting
        elif function.attr == "update":
            yield from self._merged(function.value, call, self._given(call))

    def _merged(self, target: ast.expr, value: ast.expr, given: Iterable[Setting]) -> Iterator[Setting]:
        """The items that a setting gets besides those that it has: `app.conf.x.update(…)`, `app.conf.x |= …`."""
        for holder in self._target(target, value):
            for item in given:
                path = [item.name, *holder.path[::-1]]
                setting = self._setting(holder.name, item.node, target, path, holder.prefix)
                setting.key_span = item.name_span
                yield setting

    def _given(self, call: ast.Call) -> Iterator[Setting]:
        """What the keywords of a call set, and its first argument, if that is a dict."""
        for keyword in call.keywords:
            if keyword.arg:
                yield self._setting(keyword.arg, keyword.value, keyword)
        if call.args:
            yield from self._dict(call.args[0])

    def _creation(self, call: ast.Call) -> Iterator[Setting]:
        from celerylint.celery.settings import APP_KEYWORDS, APP_PARAMETERS

        for keyword in call.keywords:
            if keyword.arg in APP_KEYWORDS:
                yield self._setting(keyword.arg, keyword.value, keyword, alias=APP_KEYWORDS[keyword.arg])
            elif keyword.arg == "changes":
                yield from self._dict(keyword.value)
            elif keyword.arg and keyword.arg not in APP_PARAMETERS:
                yield self._setting(keyword.arg, keyword.value, keyword)

    # --- parts

    def in_dict(self, node: ast.expr, prefix: str) -> list[Setting]:
        """The settings that a dict holds, which something else is configured from."""
        return list(self._dict(node, prefix))

    def _dict(self, node: ast.expr, prefix: str = "") -> Iterator[Setting]:
        for item in items(node, self.scopes) or ():
            if isinstance(item.key, str):
                yield self._setting(item.key, item.value, item.key_node, prefix=prefix)

    def _setting(
        self,
        name: str,
        value: ast.expr,
        place: ast.expr | ast.keyword,
        path: list[str | None] | None = None,
        prefix: str = "",
        alias: str = "",
    ) -> Setting:
        span = name_span(self.module, place)
        return Setting(self.module, name, value, span, tuple(reversed(path or ())), prefix, alias)

    def _on_conf(self, setting: Setting, node: ast.expr) -> Setting:
        """A setting of what may be an app's `conf`, which is read as it is written, unless some namespace is set."""
        setting.is_on_conf = self.is_conf(node)
        if setting.is_on_conf and not any(source.prefix for source in self.module.all(ConfigSource)):
            setting.source = self.index.tree
        return setting

    def _qualified(self, node: ast.expr) -> str:
        return self.scopes.qualified(node) or ""

    def is_conf(self, node: ast.expr) -> bool:
        """Whether an expression is the `conf` of a Celery app."""
        if isinstance(node, ast.Name):
            node = (self.scopes.assigned(node) if node.id in self.conf_names else None) or node
        if not isinstance(node, ast.Attribute) or node.attr != "conf":
            return False
        app = self.scopes.qualified(node.value)
        return self._is_handed(node.value) if app is None else is_app(self.module, app)

    def _is_handed(self, node: ast.expr) -> bool:
        """Whether a name is a parameter by which another file hands over its app."""
        found = self.scopes.bindings(node) if isinstance(node, ast.Name) else []
        if [binding.how for binding in found] != ["parameter"]:
            return False
        return found[0].node in self._handed

    @lazy
    def _handed(self) -> frozenset[ast.AST]:
        if self._parameters is not None or self.module.is_elsewhere:
            return self._parameters or frozenset()
        from celerylint.facts.app_settings import handed_app  # which finds settings

        return handed_app(self.module)

    def _is_web_config(self, node: ast.expr) -> bool:
        """Whether an expression is the `config` of a Flask app or the like, which may hold settings of Celery: one that
        another file makes, or in a file that imports Flask any that nothing is known of, counts as such."""
        if not isinstance(node, ast.Attribute) or node.attr != "config":
            return False
        app = self.scopes.qualified(node.value)
        if app is None:
            return self.module.imports(WEB_PACKAGES)
        made = app.removesuffix("()")
        definition = self.scopes.defined(made)
        bases = self.scopes.base_names(definition) if isinstance(definition, ast.ClassDef) else ()
        is_imported = not app.startswith((":", "builtins.")) and "(" not in app
        return is_imported or not WEB_APPS.isdisjoint((made, *bases))

    @lazy
    def conf_names(self) -> set[str]:
        """The names that may stand for something's `conf`: `conf = app.conf`."""
        confs = (plain for plain in self.index.all(ast.Assign, "conf") if getattr(plain.value, "attr", None) == "conf")
        return {target.id for plain in confs for target in plain.targets if isinstance(target, ast.Name)}


@cache
def _config_modules() -> frozenset[str]:
    from celerylint.celery.settings import CONFIG_MODULES

    return CONFIG_MODULES


def _is_plain_base(name: str | None) -> bool:
    """Whether a base class may be one of settings: object, pydantic's, or another that is called like Celery's."""
    return name in _BASES or (name is not None and _CLASS.search(name.rpartition(".")[2]) is not None)
