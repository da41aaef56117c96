"""Routes: where `task_routes` sends messages."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from celerylint.celery.options import EXECUTION_OPTIONS
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.setting import Setting, name_span
from celerylint.facts.spelling import distance
from celerylint.syntax.value import fold, items, text_of

_SEQUENCES = (ast.List, ast.Tuple)


class RouteKey(NamedTuple):
    """A key of a route that means nothing to Celery, and the one that was meant."""

    name: str
    span: Span
    meant: str


class Route:
    """A route: the name or pattern of tasks, and where they go. `span` is the place of the name."""

    of = Setting
    words = ("*routes", "*ROUTES")

    def __init__(self, module: Module, pattern: str | None, span: Span, node: ast.expr) -> None:
        self.module = module
        self.pattern = pattern
        self.span = span
        self.node = node

    @classmethod
    def find(cls, module: Module) -> Iterable[Route]:
        for setting in Setting.named(module, "task_routes"):
            yield from cls.of_setting(setting)

    @classmethod
    def of_setting(cls, setting: Setting) -> Iterable[Route]:
        """The routes that `task_routes` holds, or an item of it is."""
        module = setting.module
        if len(setting.path) == 1:
            yield cls(module, setting.path[0], setting.key_span, setting.node)
        elif not setting.path:
            for pattern, span, node in _pairs(module, setting.node):
                yield cls(module, pattern, span, node)

    @property
    def misspelt(self) -> list[RouteKey]:
        """The keys that are plainly another one's misspelling."""
        found = []
        for item in items(self.node, self.module.scopes) or ():
            meant = _meant(item.key) if isinstance(item.key, str) else None
            if meant:
                found.append(RouteKey(str(item.key), name_span(self.module, item.key_node), meant))
        return found


class UnwrappedRoutes:
    """A list of pairs in the place of a list of routers: each pair is taken for a router, which is no pair of pairs."""

    of = Setting
    words = Route.words

    def __init__(self, module: Module, node: ast.expr) -> None:
        self.node = node
        self.span = module.span(node)

    @classmethod
    def find(cls, module: Module) -> Iterable[UnwrappedRoutes]:
        for setting in Setting.whole(module, "task_routes"):
            node = module.scopes.assigned(setting.node)
            if isinstance(node, _SEQUENCES) and any(_is_pair(module, part) for part in node.elts):
                yield cls(module, setting.node)


def has_open_routes(module: Module) -> bool:
    """Whether something else than dicts of names routes tasks."""
    return patterns_of(Setting.named(module, "task_routes")) is None


def patterns_of(settings: list[Setting]) -> list[str] | None:
    """The names and patterns that are routed; None if something else than dicts of names routes tasks."""
    found = []
    for setting in settings:
        node = setting.module.scopes.assigned(setting.node)
        maps = node.elts if isinstance(node, _SEQUENCES) else [node]
        if not setting.path and any(not isinstance(each, ast.Dict) or None in each.keys for each in maps):
            return None
        found += [route.pattern for route in Route.of_setting(setting)]
    return None if None in found else [pattern for pattern in found if pattern]


def _is_pair(module: Module, node: ast.expr) -> bool:
    """Whether an expression is the pair of a name and a route."""
    node = module.scopes.assigned(node) or node
    return isinstance(node, _SEQUENCES) and len(node.elts) == 2 and isinstance(fold(node.elts[0], module.scopes), str)


def _pairs(module: Module, node: ast.expr) -> Iterator[tuple[str | None, Span, ast.expr]]:
    """The routes in a dict, in the dicts and lists of pairs of a list, or in a list that lacks the list around it."""
    node = module.scopes.assigned(node) or node
    maps = node.elts if isinstance(node, _SEQUENCES) else [node]
    for each in maps:
        router = module.scopes.assigned(each) or each
        for item in items(router, module.scopes) or ():
            name = item.key if isinstance(item.key, str) else None
            yield name, name_span(module, item.key_node), item.value
        pairs = [router] if _is_pair(module, router) else router.elts if isinstance(router, _SEQUENCES) else []
        for pair in pairs:
            if isinstance(pair, _SEQUENCES) and len(pair.elts) == 2:
                yield text_of(pair.elts[0], module.scopes), module.span(pair.elts[0]), pair.elts[1]


def _meant(name: str) -> str | None:
    """The key that was probably meant."""
    from celerylint.celery.settings import ROUTE_ALIASES, ROUTE_KEYS

    if name in ROUTE_KEYS or name in EXECUTION_OPTIONS:
        return None
    near = [known for known in sorted(ROUTE_KEYS) if distance(name, known) == 1]
    return ROUTE_ALIASES.get(name) or next(iter(near), None)
