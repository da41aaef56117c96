"""The settings of an app, where one file shows them all."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.facts.app import apps, may_load_settings
from celerylint.facts.module import Module
from celerylint.facts.open_settings import OpenSettings
from celerylint.facts.setting import Setting

_BROKER = ("broker_url", "broker_read_url", "broker_write_url", "broker_host")


class Configuration:
    """All the settings that an app has, as far as files tell: at most one fact a file.

    They are those of a file that makes the one app and configures it, or of a module or class of settings, which names
    the broker. A file that imports everything from another, or takes settings from there, has no such fact.
    """

    of = Setting

    def __init__(self, module: Module) -> None:
        self.module = module

    @classmethod
    def find(cls, module: Module) -> Iterable[Configuration]:
        from celerylint.celery.settings import CONFIG_MODULES

        made = apps(module)
        settings = module.all(Setting)
        is_main = made or Setting.named(module, *_BROKER) or any(map(module.is_called, CONFIG_MODULES))
        if not is_main or len(made) > 1 or any(map(may_load_settings, made)) or module.all(OpenSettings):
            return
        if any(node.names[0].name == "*" for node in module.index.all(ast.ImportFrom, "*")):
            return
        if any(setting.is_on_conf for setting in settings) and not made:
            return  # the app is made, and may be configured, elsewhere
        classes = {owner for setting in settings if (owner := _class_around(setting))}
        bases = [name for owner in classes for name in module.scopes.base_names(owner)]
        if len(classes) < 2 and all(name == "builtins.object" for name in bases):
            yield cls(module)

    def sets(self, *names: str) -> bool:
        """Whether one of these settings is set, in any case."""
        return bool(Setting.named(self.module, *names))


def _class_around(setting: Setting) -> ast.ClassDef | None:
    above = setting.module.index.ancestors(setting.node)
    return next((node for node in above if isinstance(node, ast.ClassDef)), None)
