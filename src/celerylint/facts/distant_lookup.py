"""Results that are looked up by id where no file beside shows the backend."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.core.span import Span
from celerylint.facts.app_settings import AppSettings
from celerylint.facts.module import Module
from celerylint.facts.result import Lookup
from celerylint.facts.setting import Setting


class DistantLookup:
    """The first result that a file looks up by an id from elsewhere, where another file says which backend the app has:
    `scheme` is how its address begins."""

    of = Lookup

    def __init__(self, lookup: Lookup, scheme: str) -> None:
        self.node: ast.AST = lookup.node
        self.span: Span = lookup.span
        self.place = lookup.place
        self.scheme = scheme

    @classmethod
    def find(cls, module: Module) -> Iterable[DistantLookup]:
        lookup = next((each for each in module.all(Lookup) if not each.is_of_own_dispatch), None)
        settings = AppSettings.of_file(module) if lookup else None
        if lookup is None or settings is None or Setting.named(module, "result_backend"):
            return
        backend = settings.only("result_backend")
        if backend and isinstance(backend.value, str) and not settings.sets("task_always_eager"):
            yield cls(lookup, backend.value.partition("://")[0])
