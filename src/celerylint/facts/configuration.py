"""The settings of an app, where one file has them, or the project shows them all."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.facts.app import apps, may_load_settings
from celerylint.facts.app_settings import AppSettings
from celerylint.facts.config_source import star_imports
from celerylint.facts.module import Module
from celerylint.facts.open_settings import OpenSettings
from celerylint.facts.setting import Setting

_BROKER = ("broker_url", "broker_read_url", "broker_write_url", "broker_host")


class Configuration:
    """All the settings that an app has, as far as files tell: at most one fact a file.

    They are those of a file that makes the one app and configures it, or of a module or class of settings, which names
    the broker. A file that imports everything from another, or takes settings from there, has such a fact only if the
    project shows what the app has besides.
    """

    of = Setting

    def __init__(self, module: Module, settings: AppSettings | None = None) -> None:
        self.module = module
        self._settings = settings

    @classmethod
    def find(cls, module: Module) -> Iterable[Configuration]:
        from celerylint.celery.settings import CONFIG_MODULES

        made = apps(module)
        is_main = made or Setting.named(module, *_BROKER) or any(map(module.is_called, CONFIG_MODULES))
        if not is_main or len(made) > 1:
            return
        found = module.all(AppSettings) if made else [AppSettings.loading(module)]
        settings = found[0] if found else None
        if settings and (settings.is_whole or not made):
            if settings.is_whole:
                yield cls(module, settings)
        elif _is_shown_by(module, made):
            yield cls(module)

    @property
    def is_of_django(self) -> bool:
        """Whether the app is seen to have Django's settings."""
        return self._settings is not None and self._settings.is_of_django

    def lacks(self, *names: str) -> bool:
        """Whether surely none of these settings is set."""
        return not Setting.named(self.module, *names) and (self._settings is None or self._settings.lacks(*names))


def _is_shown_by(module: Module, made: list[ast.Call]) -> bool:
    """Whether a file alone shows all the settings."""
    if any(map(may_load_settings, made)) or module.all(OpenSettings) or star_imports(module):
        return False
    settings = module.all(Setting)
    if any(setting.is_on_conf for setting in settings) and not made:
        return False  # the app is made, and may be configured, elsewhere
    classes = {owner for setting in settings if (owner := setting.holder)}
    bases = [name for owner in classes for name in module.scopes.base_names(owner)]
    return len(classes) < 2 and all(name == "builtins.object" for name in bases)
