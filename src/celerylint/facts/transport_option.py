"""Options of the broker's transport."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.setting import Setting
from celerylint.facts.spelling import nearest
from celerylint.syntax.value import items

_SETTINGS = ("broker_transport_options", "result_backend_transport_options")


class TransportOption:
    """A key of `broker_transport_options` or `result_backend_transport_options`, and what it is given."""

    of = Setting
    words = ("*transport_options", "*TRANSPORT_OPTIONS")

    def __init__(self, name: str, node: ast.expr, span: Span) -> None:
        self.name = name
        self.node = node
        self.span = span

    @classmethod
    def find(cls, module: Module) -> Iterable[TransportOption]:
        for setting in Setting.named(module, *_SETTINGS):
            if setting.path:
                name = setting.path[0]
                if name and len(setting.path) == 1:
                    yield cls(name, setting.node, setting.key_span)
                continue
            for item in items(setting.node, module.scopes) or ():
                if isinstance(item.key, str):
                    yield cls(item.key, item.value, module.span(item.key_node))

    @property
    def meant(self) -> str | None:
        """The option that was probably meant; None for one that some transport knows, or that is like none."""
        from celerylint.celery.settings import TRANSPORT_OPTIONS

        return None if self.name in TRANSPORT_OPTIONS else nearest(self.name, TRANSPORT_OPTIONS)
