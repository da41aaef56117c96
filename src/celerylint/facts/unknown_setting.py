"""Settings that Celery does not read under the name they are written with."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.span import Span
from celerylint.facts.known_setting import known_settings, new_names
from celerylint.facts.module import Module
from celerylint.facts.near_app import loaded_by_app
from celerylint.facts.setting import Setting
from celerylint.facts.spelling import nearest

_PREFIX = "CELERY_"
_SHORTEST = 12  # letters of a name of a settings module: a shorter one may well be the project's own


class UnknownSetting:
    """A setting with a name that no Celery of the target version reads where it stands."""

    of = Setting

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.module = setting.module
        self.node = setting.node
        self.name = setting.name

    @classmethod
    def find(cls, module: Module) -> Iterable[UnknownSetting]:
        from celerylint.celery.settings import UNDECLARED, UNDECLARED_PREFIXES

        for setting in module.all(Setting):
            found = cls(setting)
            plain = found.plain
            if plain in UNDECLARED or plain.startswith(UNDECLARED_PREFIXES):
                continue
            if setting.canonical is None or found.is_misspelt_prefix or found.since:
                yield found

    @property
    def span(self) -> Span:
        """The place of the name."""
        return self.setting.name_span

    @cached_property
    def plain(self) -> str:
        """The name in small letters, without the prefix that it has, or seems to have."""
        name = self.name.removeprefix(self.setting.prefix or _PREFIX) if self.name.isupper() else self.name
        return name.lower()

    @property
    def since(self) -> str | None:
        """The first Celery that reads the setting, if that is newer than the target."""
        from celerylint.celery.settings import ONLY_WARNED_OF, SETTINGS_SINCE

        name = self.setting.canonical or ""
        since = None if name in ONLY_WARNED_OF else SETTINGS_SINCE.get(name)
        return ".".join(map(str, since)) if since and since > self.module.settings.target_celery else None

    @property
    def is_misspelt_prefix(self) -> bool:
        """Whether the rest of the name is right, but for a namespace that nobody has set: `conf.CELERY_BROKER_URL`."""
        return self._is_read_as_written and self.name not in known_settings() and self.name not in new_names()

    @property
    def _is_read_as_written(self) -> bool:
        return self.setting.source is not None and not self.setting.prefix and not self.setting.is_parameter

    @property
    def meant(self) -> str | None:
        """The setting that was probably meant."""
        if self.is_misspelt_prefix and self.plain in known_settings():
            return self.plain
        if self._is_read_as_written:
            found = nearest(self.plain, known_settings()) or self._without_group
            return None if found is None or self._is_read_here else found
        if not self.name.startswith(_PREFIX) or len(self.name) < _SHORTEST or self._is_read_here:
            return None
        found = nearest(self.plain, known_settings())
        # `CELERY_TASK_QUEUE` is a name of the project's own as likely as not
        is_other = found is not None and self.plain in (found.removesuffix("s"), f"{found}s")
        return None if found is None or is_other else _PREFIX + found.upper()

    @property
    def _without_group(self) -> str | None:
        """The one setting that is so called within its group: `prefetch_multiplier`."""
        found = [known for known in known_settings() if known.partition("_")[2] == self.plain and "_" in self.plain]
        return found[0] if len(found) == 1 else None

    @property
    def instead(self) -> str | None:
        """What there is for a setting that many expect."""
        from celerylint.celery.settings import NO_SETTINGS

        return NO_SETTINGS.get(self.plain) if self._is_read_as_written or self.setting.namespace else None

    @property
    def _is_read_here(self) -> bool:
        """Whether another line names it, and so may read it; of a module that another file loads, another file."""
        source, line = self.module.source, self.span.line
        start, end = source.start(line), source.start(line + 1)
        if any(not start <= place < end for place in source.places_of(self.name)):
            return True
        texts = (f".{self.name}", f"import {self.name}") if loaded_by_app(self.module) else ()
        return self.module.project.is_written(texts, source.path)


class MixedSettings:
    """Settings of one source of which some have their new and some their old names (celery.app.utils.detect_settings).

    `old` are those with the old one.
    """

    of = Setting

    def __init__(self, old: list[Setting]) -> None:
        self.old = old
        self.node = old[0].node
        self.span = old[0].name_span

    @classmethod
    def find(cls, module: Module) -> Iterable[MixedSettings]:
        sources: dict[ast.AST, list[Setting]] = {}
        for setting in module.all(Setting):
            if setting.source is not None and not setting.prefix and not setting.path and not setting.is_parameter:
                sources.setdefault(setting.source, []).append(setting)
        for settings in sources.values():
            new = [setting for setting in settings if setting.name in known_settings()]
            old = [setting for setting in settings if setting.name in new_names()]
            if new and old:
                yield cls(old)
