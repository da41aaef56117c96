"""The time zone of an app."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.span import Span
from celerylint.facts.configuration import Configuration
from celerylint.facts.crontab import Crontab
from celerylint.facts.module import Module
from celerylint.facts.setting import Setting
from celerylint.facts.spelling import distance

_OFFSET = re.compile(r"(?i)(?:UTC|GMT|Z)?\s*([+-])\s*0?(\d{1,2})(?::?00)?")
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
        for setting in module.all(Setting):
            if setting.canonical == "timezone" and isinstance(setting.value, str) and setting.value:
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
    """A configuration without a time zone. `is_local` means that UTC is switched off instead, and `span` is where;
    else it is the first crontab for certain hours of the day."""

    of = Configuration
    words = ("crontab", "enable_utc", "*ENABLE_UTC")

    def __init__(self, span: Span, is_local: bool) -> None:
        self.span = span
        self.is_local = is_local

    @classmethod
    def find(cls, module: Module) -> Iterable[MissingTimezone]:
        # Celery takes Django's TIME_ZONE as well (celery.app.utils.Settings.timezone).
        if Setting.named(module, "timezone") or module.source.holds("TIME_ZONE") or not module.all(Configuration):
            return
        switches = Setting.named(module, "enable_utc")
        if switches:
            if switches[0].value is False:
                yield cls(switches[0].name_span, is_local=True)
            return
        for crontab in module.all(Crontab):
            if crontab.is_for_hours:
                yield cls(crontab.span, is_local=False)
                return
