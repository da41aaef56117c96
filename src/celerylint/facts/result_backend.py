"""Where the app of a file keeps results."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.names import APP_CLASSES
from celerylint.facts.app import apps, may_load_settings
from celerylint.facts.app_settings import AppSettings
from celerylint.facts.module import Module
from celerylint.facts.setting import Setting
from celerylint.syntax.node import last_name

_CONFIGURING = ("config_from", ".conf.update(", "add_defaults", ".conf =", "RESULT_BACKEND")


class ResultBackend:
    """The result backend of the one app of a file. `scheme` is how its address begins (`redis`, `db`, `rpc`), empty if
    the app has none. A file whose app may be configured where it cannot be seen has no such fact."""

    words = ("*result_backend*", "elery(", "*task*", "delay", "apply_async", "chord", "chain", "group")

    def __init__(self, scheme: str) -> None:
        self.scheme = scheme

    @classmethod
    def find(cls, module: Module) -> Iterable[ResultBackend]:
        if Setting.whole(module, "task_always_eager"):
            return
        backends = [setting.value for setting in Setting.whole(module, "result_backend")]
        if backends:
            schemes = {_scheme(value) for value in backends}
            scheme = schemes.pop() if len(schemes) == 1 else None
            if scheme is not None:
                yield cls(scheme)
        elif _is_configured_here(module):
            yield cls("")
        elif "RESULT_BACKEND" not in module.source.text and not _is_made_in_function(module):
            settings = AppSettings.of_file(module)
            scheme = backend_scheme(settings) if settings else None
            if scheme is not None:
                yield cls(scheme)


def backend_scheme(settings: AppSettings) -> str | None:
    """How the address of the result backend of an app begins, as far as its settings tell."""
    if settings.sets("task_always_eager") or not settings.has_broker:
        return None
    return _scheme(settings.value("result_backend"))


def _scheme(value: object) -> str | None:
    if value is None or (isinstance(value, str) and value.partition(":")[0] in ("", "disabled")):
        return ""
    return value.partition(":")[0].partition("+")[0] if isinstance(value, str) else None


def _is_configured_here(module: Module) -> bool:
    """Whether the one app of the file is made with a broker, and nothing that the file shows can give it a backend."""
    if "elery(" not in module.source.text:
        return False
    made = [call for call in module.index.all(ast.Call, "elery(") if _makes_app(module, call.func)]
    assignment = module.index.parents[made[0]] if len(made) == 1 else None
    if not isinstance(assignment, ast.Assign) or assignment not in module.index.tree.body or len(made[0].args) > 1:
        return False
    keywords = {keyword.arg for keyword in made[0].keywords}
    if "broker" not in keywords or may_load_settings(made[0]):
        return False
    names = {target.id for target in assignment.targets if isinstance(target, ast.Name)}
    uses = (node for node in module.index.all(ast.Name, *names) if node.id in names)
    if any(isinstance(module.index.parents[node], (ast.Call, ast.keyword)) for node in uses):
        return False
    return not any(word in module.source.text for word in _CONFIGURING)


def _is_made_in_function(module: Module) -> bool:
    """Whether a function of the file makes an app, which its callers may configure."""
    return any(module.index.enclosing_function(call) for call in apps(module))


def _makes_app(module: Module, function: ast.expr) -> bool:
    return "elery" in last_name(function) and module.scopes.qualified(function) in APP_CLASSES
