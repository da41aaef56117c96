"""Celery settings that a file sets."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.core.lazy import lazy
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.known_setting import KnownSetting, known_settings, new_names
from celerylint.facts.module import Module
from celerylint.syntax.value import fold

_PREFIX = "CELERY_"


class Setting:
    """A setting and the expression it is set to.

    `name` is what the file writes, `canonical` what Celery calls it, `name_span` the place of the name alone. `path`
    holds the keys of an item below it: `app.conf.task_annotations["mail.send"] = …`, `key_span` the place of the last.
    `source` is what an app of this file surely reads the setting from under that name: its `conf` (the module stands
    for it), or the class or module that it is configured from; None for one that may be read otherwise, or not at all.
    `is_on_conf` means that it is set on an app's `conf`, whatever it is read as.
    """

    words = (
        *("*CELERY*", ".conf", "config_from_object", "*Celery*", "BROKER_*"),
        *("\nbeat_", "\ntask_", "\nworker_", "\nbroker_", "\nresult_", "\ntimezone", "\nimports"),
        *("broker_url", "beat_schedule", "task_serializer", "task_routes", "*SCHEDULE*", "*ROUTES*"),
    )
    pattern = regex(
        # Set, and not read.
        r"""(?:CELERY|BROKER_)\w*(?:["']?\s*\]?\s*(?:=(?!=)|[|+]=|\[|\.(?:update|setdefault|extend|append)\b)"""
        r"""|["']\s*:|\s*:[ \t]*[^\s#])"""
        r"""|\.conf\b\s*(?:\.\w+\s*(?:=(?!=)|[|+]=|\[|\.)|\.(?:update|add_defaults)\b|[),=\n]|$"""
        r"""|\[(?:[^\]]*\n|[^\n]*?\]\s*(?:=(?!=)|[|+]=|\.update\b)))"""
        r"""|(?:broker_url|beat_schedule|task_serializer|task_routes)["']?\s*(?:=(?!=)|:)"""
        r"""|(?:SCHEDULE|ROUTES)\w*\s*(?:=(?!=)|:)"""
        r"""|config_from_object|Celery(?:\w*(?:Config|Settings)|\s*[()]| as\b)|\n"""
    )

    def __init__(
        self,
        module: Module,
        name: str,
        node: ast.expr,
        name_span: Span,
        path: tuple[str | None, ...] = (),
        prefix: str = "",
        alias: str = "",
    ) -> None:
        self.module = module
        self.name = name
        self.node = node
        self.name_span = name_span
        self.path = path
        self.key_span = name_span
        self.assigned_to: ast.expr | None = None
        self.prefix = prefix
        self._alias = alias
        self.source: ast.AST | None = None
        self.is_on_conf = False

    @classmethod
    def find(cls, module: Module) -> Iterable[Setting]:
        from celerylint.facts.setting_finder import SettingFinder  # which makes settings

        finder = SettingFinder(module)
        found = [*finder.assigned(), *finder.called()]
        return sorted(found, key=lambda setting: (setting.name_span, setting.span))

    @classmethod
    def named(cls, module: Module, *names: str) -> list[Setting]:
        """The settings of a file that Celery calls by one of these names, and items of them, in source order for each
        name."""
        tables = module.all(SettingTable)
        return [setting for table in tables for name in names for setting in table.by_name.get(name, ())]

    @classmethod
    def whole(cls, module: Module, *names: str) -> list[Setting]:
        """The same without the items."""
        return [setting for setting in cls.named(module, *names) if not setting.path]

    @classmethod
    def only(cls, module: Module, name: str) -> Setting | None:
        """The setting of a name, if the file sets it once and in any case."""
        found = cls.whole(module, name)
        return found[0] if len(found) == 1 and not found[0].is_conditional else None

    @property
    def holder(self) -> ast.ClassDef | None:
        """The innermost class that the setting is written in."""
        above = self.module.index.ancestors(self.node)
        return next((node for node in above if isinstance(node, ast.ClassDef)), None)

    @lazy
    def span(self) -> Span:
        """The place of the value."""
        return self.module.span(self.node)

    @lazy
    def value(self) -> object:
        """The folded value; UNKNOWN if it does not fold."""
        return fold(self.node, self.module.scopes)

    @lazy
    def is_conditional(self) -> bool:
        """Whether the file sets it under a condition only."""
        return any(isinstance(above, (ast.If, ast.Try)) for above in self.module.index.ancestors(self.node))

    @property
    def at_home(self) -> Setting:
        """The setting as it would be in the file that its value is imported from; itself if that is not seen."""
        name = self.module.scopes.imported(self.node)
        value = self.module.project.value(self.module.source.path, name) if name else None
        if value is None:
            return self
        return Setting(value.module, self.name, value.node, self.name_span, self.path, self.prefix, self._alias)

    @property
    def target(self) -> str | None:
        """What the statement that sets it assigns to, as it is written; None for what is set otherwise."""
        return ast.unparse(self.assigned_to) if self.assigned_to else None

    @property
    def known(self) -> KnownSetting | None:
        """What Celery says of the setting; None for a name that it does not know."""
        return known_settings().get(self.canonical or "")

    @lazy
    def canonical(self) -> str | None:
        """The name of the setting in Celery 5; None for a name that it does not know."""
        own = self.prefix and self.name.startswith(self.prefix)
        plain = self.name.removeprefix(self.prefix).lower() if own else self.name
        for name in (self._alias, plain, self._without_prefix):
            if name in known_settings():
                return name
        return new_names().get(self.name)

    @property
    def _without_prefix(self) -> str:
        return self.name.removeprefix(_PREFIX).lower() if self.name.isupper() and self.name.startswith(_PREFIX) else ""

    @property
    def is_parameter(self) -> bool:
        """Whether it is set by a parameter of the app's class that has a name of its own: `Celery(broker=…)`."""
        return bool(self._alias)

    @property
    def is_old_name(self) -> bool:
        """Whether the name is Celery 3's, and not also the new one with the namespace `CELERY`."""
        return self.name in new_names() and self._without_prefix not in known_settings()

    @property
    def namespace(self) -> str | None:
        """The namespace that the name is written with (`CELERY`), whether or not Celery knows it; None without one."""
        if self.prefix and self.name.startswith(self.prefix):
            return self.prefix.rstrip("_")
        return "CELERY" if self._without_prefix and not self.is_old_name else None


class SettingTable:
    """The settings of a file by what Celery calls them: one fact a file, so that a look at one is no look at all."""

    of = Setting

    def __init__(self, module: Module) -> None:
        self.by_name: dict[str, list[Setting]] = {}
        for setting in module.all(Setting):
            if setting.canonical:
                self.by_name.setdefault(setting.canonical, []).append(setting)

    @classmethod
    def find(cls, module: Module) -> Iterable[SettingTable]:
        yield cls(module)


def name_span(module: Module, node: ast.expr | ast.keyword) -> Span:
    """The place of the name that a keyword, an attribute or a key is."""
    span = module.span(node)
    if isinstance(node, ast.keyword) and node.arg:
        return Span(span.line, span.column, span.line, span.column + len(node.arg))
    if isinstance(node, ast.Attribute):
        return Span(span.end_line, span.end_column - len(node.attr), span.end_line, span.end_column)
    return span
