"""The broker of an app."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.calls import VISIBILITY_TIMEOUTS
from celerylint.celery.names import ENVIRONMENT
from celerylint.core.span import Span
from celerylint.facts.app import apps, may_load_settings
from celerylint.facts.app_settings import AppSettings
from celerylint.facts.module import Module
from celerylint.facts.open_settings import OpenSettings
from celerylint.facts.setting import Setting
from celerylint.syntax.value import fold, items, text_of

_OPTIONS = "broker_transport_options"
_KEY = "visibility_timeout"


class Broker:
    """The one broker whose URL a file sets, at most one fact a file; or with `settings` that of an app, wherever it is
    set."""

    of = Setting
    words = ("redis", "rediss", "sqs", "sentinel")

    def __init__(self, setting: Setting, scheme: str, settings: AppSettings | None = None) -> None:
        self.module = setting.module
        self.node = setting.node
        self.scheme = scheme
        self._settings = settings

    @classmethod
    def find(cls, module: Module) -> Iterable[Broker]:
        if len(apps(module)) > 1:
            return
        urls = Setting.named(module, "broker_url", "broker_read_url")
        scheme = _scheme(module, urls[0].node) if len(urls) == 1 else None
        if scheme:
            yield cls(urls[0], scheme)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def is_redis(self) -> bool:
        """Whether it is Redis, with or without encryption or sentinels."""
        return self.scheme in ("redis", "rediss", "sentinel")

    @cached_property
    def visibility_timeout(self) -> float | None:
        """After how many seconds it delivers a message again that is not acknowledged; None if that is not known, or
        never."""
        settings = self._settings
        options = settings.named(_OPTIONS) if settings else Setting.named(self.module, _OPTIONS)
        if not options:
            may_have_others = not settings.lacks(_OPTIONS) if settings else self._may_have_others
            return None if may_have_others else VISIBILITY_TIMEOUTS.get(self.scheme)
        given = [self._given(option) for option in options]
        value = given[0] if len(given) == 1 else None
        return float(value) if isinstance(value, (int, float)) else None

    @property
    def _may_have_others(self) -> bool:
        """Whether settings may come from where this file does not show."""
        module = self.module
        if "config_from" in module.source.text or module.all(OpenSettings):
            return True
        if any(map(may_load_settings, apps(module))):
            return True
        if any(node.names[0].name == "*" for node in module.index.all(ast.ImportFrom, "*")):
            return True
        owner = next((above for above in module.index.ancestors(self.node) if isinstance(above, ast.ClassDef)), None)
        return owner is not None and any(base != "builtins.object" for base in module.scopes.base_names(owner))

    def _given(self, option: Setting) -> object:
        if option.path:
            return option.value if option.path == (_KEY,) else None
        scopes = option.module.scopes
        entries = items(option.node, scopes)
        if entries is None or (isinstance(option.node, ast.Dict) and None in option.node.keys):
            return None
        if any(entry.key == "predefined_queues" for entry in entries):
            return None  # SQS keeps what was said when a queue was made
        values = [fold(entry.value, scopes) for entry in entries if entry.key == _KEY]
        return values[-1] if values else VISIBILITY_TIMEOUTS.get(self.scheme)


def own_broker(module: Module) -> Broker | None:
    """The broker that a file sets."""
    return next(iter(module.all(Broker)), None)


def broker_of(module: Module) -> Broker | None:
    """The broker that a file sets, or else that of its app, by the settings of whatever files. A file of settings alone
    may be one of several, for different places."""
    own = own_broker(module)
    if own and (own.visibility_timeout is not None or not module.all(AppSettings)):
        return own
    settings = AppSettings.of_file(module)
    setting = settings.only("broker_url") if settings and not settings.sets("broker_read_url") else None
    scheme = _scheme(setting.module, setting.node) if setting else None
    return Broker(setting, scheme, settings) if setting and scheme else own


def _scheme(module: Module, node: ast.expr) -> str | None:
    """The scheme of a URL, of which the beginning is enough: `f"redis://{host}"`. What an environment variable holds is
    taken to be like its default."""
    known = module.scopes.assigned(node) or node
    if isinstance(known, ast.Call) and len(known.args) == 2 and module.scopes.qualified(known.func) in ENVIRONMENT:
        known = known.args[1]
    first = known.values[0] if isinstance(known, ast.JoinedStr) and known.values else known
    text = text_of(first, module.scopes) or ""
    return text.partition("://")[0].partition("+")[0] if "://" in text else None
