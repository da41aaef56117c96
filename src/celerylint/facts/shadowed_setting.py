"""Settings that are set after the app was configured with a namespace that has them as well."""

from __future__ import annotations

from collections.abc import Iterable

from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.setting import Setting

_HONOURED_SINCE = (5, 7)


class ShadowedSetting:
    """A setting of `app.conf` that the source given to `config_from_object(..., namespace=…)` has as well.

    Before Celery 5.7 the source's came first, whichever was set later.
    """

    of = Setting
    words = ("config_from_object",)

    def __init__(self, setting: Setting, other: Setting) -> None:
        self.other = other
        self.node = setting.node
        self.span: Span = setting.name_span

    @classmethod
    def find(cls, module: Module) -> Iterable[ShadowedSetting]:
        if module.settings.target_celery >= _HONOURED_SINCE:
            return
        settings = [setting for setting in module.all(Setting) if setting.canonical and not setting.path]
        loaded = {setting.canonical: setting for setting in settings if setting.prefix and setting.source is not None}
        for setting in settings:
            other = loaded.get(setting.canonical)
            if other and setting.is_on_conf and not setting.prefix and setting.name != other.name:
                yield cls(setting, other)
