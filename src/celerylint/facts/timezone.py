"""The time zone of an app."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.configuration import Configuration
from celerylint.facts.crontab import Crontab
from celerylint.facts.module import Module
from celerylint.facts.setting import Setting
from celerylint.facts.spelling import distance

_OFFSET = regex(r"(?i)(?:UTC|GMT|Z)?\s*([+-])\s*0?(\d{1,2})(?::?00)?")
_NEAR = 2


class Timezone:
    """A time zone that the setting `timezone` names."""

    of = Setting
    words = ("*timezone", "*TIMEZONE")

    def __init__(self, setting: Setting, name: str) -> None:
        self.node = setting.node
        self.span: Span = setting.span
        self.name = name

    @classmethod
    def find(cls, module: Module) -> Iterable[Timezone]:
        for setting in Setting.named(module, "timezone"):
            if isinstance(setting.value, str) and setting.value:
                yield cls(setting, setting.value)

    @cached_property
    def is_known(self) -> bool:
        """Whether there is such a zone. Small and capital letters are told apart, as most file systems do."""
        from celerylint.celery.timezones import TIMEZONES

        return self.name == "UTC" or self.name in TIMEZONES

    @property
    def meant(self) -> str | None:
        """The zone that was probably meant."""
        from celerylint.celery.timezones import TIMEZONES

        offset = _OFFSET.fullmatch(self.name)
        if offset:  # in POSIX's names the sign says how far Greenwich is ahead
            name = f"Etc/GMT{'-' if offset[1] == '+' else '+'}{int(offset[2])}"
            return name if name in TIMEZONES else None
        spelt = self.name.replace(" ", "_").casefold()
        same = [zone for zone in sorted(TIMEZONES) if spelt in (zone.casefold(), zone.casefold().rpartition("/")[2])]
        near = (zone for zone in sorted(TIMEZONES) if len(zone) > 5 and distance(self.name, zone) <= _NEAR)
        return min(same, key=len) if same else next(near, None)


class MissingTimezone:
    """A configuration without a time zone. `span` is the place of the first crontab for certain hours of the day."""

    of = Configuration
    words = ("crontab",)

    def __init__(self, span: Span) -> None:
        self.span = span

    @classmethod
    def find(cls, module: Module) -> Iterable[MissingTimezone]:
        if _is_set(module) or not _is_lacking(module, "timezone", "enable_utc"):
            return
        first = next((crontab for crontab in module.all(Crontab) if crontab.is_for_hours), None)
        if first:
            yield cls(first.span)


class LocalTime:
    """UTC switched off. Without a time zone crontabs then go by the clock of the machine; where one is set nothing
    comes of it, unless django-celery-beat keeps times without one in its database."""

    of = Setting
    words = ("enable_utc", "*ENABLE_UTC")

    def __init__(self, setting: Setting, has_timezone: bool) -> None:
        self.node = setting.node
        self.span: Span = setting.name_span
        self.has_timezone = has_timezone

    @classmethod
    def find(cls, module: Module) -> Iterable[LocalTime]:
        has_timezone = _is_set(module)
        is_known = "django_celery_beat" not in module.source.text if has_timezone else _is_lacking(module, "timezone")
        for setting in Setting.whole(module, "enable_utc"):
            if setting.value is False and is_known:
                yield cls(setting, has_timezone)


def _is_lacking(module: Module, *names: str) -> bool:
    """Whether the app surely has none of these settings, nor Django's time zone in their place."""
    return any(each.lacks(*names) and not each.is_of_django for each in module.all(Configuration))


def _is_set(module: Module) -> bool:
    """Whether the file names a time zone; Celery takes Django's as well (celery.app.utils.Settings.timezone)."""
    return bool(Setting.named(module, "timezone")) or module.source.holds("TIME_ZONE")
