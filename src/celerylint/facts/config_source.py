"""What an app is configured from: the modules and classes whose names become settings."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from celerylint.core.lazy import lazy
from celerylint.core.span import Span
from celerylint.facts.app import apps
from celerylint.facts.module import Module
from celerylint.syntax.index import FUNCTIONS, in_order
from celerylint.syntax.node import argument, is_name, keyword_value
from celerylint.syntax.value import text_of

_DJANGO = frozenset({"django.conf:settings", "django.conf.settings"})
_MODULE_OF_DJANGO, _CLASS_OF_DJANGO = "DJANGO_SETTINGS_MODULE", "DJANGO_CONFIGURATION"
_DYNAMIC = (
    "globals(",
    "locals(",
    "vars(",
    "exec(",
    "setattr(",
    "__dict__",
    "__getattr__",
    "__path__",
    "split_settings",
    "dynaconf",
)
_MOST = 40


class Loaded(NamedTuple):
    """A module or a class of which every name is a setting; `is_conditional` if it may not be loaded at all."""

    module: Module
    owner: ast.Module | ast.ClassDef
    is_conditional: bool = False


class ConfigSource:
    """What `config_from_object` or `Celery(config_source=…)` is given, and the `prefix` that names have there:
    `CELERY_` with the namespace `CELERY`."""

    words = ("config_from_object", "config_source")

    def __init__(self, module: Module, node: ast.expr, prefix: str | None, call: ast.Call) -> None:
        self.module = module
        self.node = node
        self.prefix = prefix or ""
        self.has_known_prefix = prefix is not None
        self.call = call

    @classmethod
    def find(cls, module: Module) -> Iterable[ConfigSource]:
        for call in in_order([*module.index.calls("config_from_object"), *apps(module)]):
            is_method = isinstance(call.func, ast.Attribute) and call.func.attr == "config_from_object"
            source = argument(call, 0, "obj") if is_method else keyword_value(call, "config_source")
            if source is None or not (is_method or call in apps(module)):
                continue
            given = keyword_value(call, "namespace")
            namespace = text_of(given, module.scopes) if given else ""
            prefix = f"{namespace.rstrip('_')}_" if namespace else namespace
            yield cls(module, source, prefix, call)

    @lazy
    def span(self) -> Span:
        return self.module.span(self.node)

    @lazy
    def is_of_django(self) -> bool:
        """Whether it is Django's settings."""
        given = text_of(self.node, self.module.scopes) or self.module.scopes.imported(self.node)
        return given in _DJANGO

    # --- what it loads

    @lazy
    def loaded(self) -> list[Loaded]:
        """The modules and classes that are seen to be loaded, what overrides first."""
        return [each for each in self._loading if each]

    @property
    def is_whole(self) -> bool:
        """Whether these are all, and show all their names."""
        return self.has_known_prefix and all(each and not _is_dynamic(each) for each in self._loading)

    @property
    def is_shown(self) -> bool:
        """Whether the file itself shows them: a class and its bases, itself, a dict."""
        if isinstance(self.module.scopes.assigned(self.node), ast.Dict):
            return True
        return all(each and each.module is self.module for each in self._loading)

    @lazy
    def _loading(self) -> list[Loaded | None]:
        """The same; None stands for what cannot be seen."""
        found: list[Loaded | None] = []
        waiting = [self._first]
        while waiting:
            current = waiting.pop(0)
            if current is not None and any(each and each.owner is current.owner for each in found):
                continue
            found.append(current)
            if len(found) > _MOST:
                return [None]
            if current is not None:
                waiting += _above(current)
        return found

    @property
    def _first(self) -> Loaded | None:
        module, scopes = self.module, self.module.scopes
        if self.is_of_django:
            return self._of_django
        name = text_of(self.node, scopes)
        if name is not None:
            return _called(module, name.replace(":", "."))
        qualified = (scopes.qualified(self.node) or "").removesuffix("()")
        if qualified == "builtins.__name__":
            return Loaded(module, module.index.tree)
        definition = scopes.defined(qualified)
        if isinstance(definition, ast.ClassDef):
            return Loaded(module, definition)
        imported = scopes.imported(self.node)
        other = module.project.module_called(module.source.path, imported) if imported else None
        if other:
            return Loaded(other, other.index.tree)
        place = module.place(qualified)
        return Loaded(place.module, place.node) if place and isinstance(place.node, ast.ClassDef) else None

    @property
    def _of_django(self) -> Loaded | None:
        """The module of settings that the file gives Django by default, or with django-configurations the class."""
        named = _environment(self.module, _MODULE_OF_DJANGO)
        holder = _environment(self.module, _CLASS_OF_DJANGO)
        if named is None or (holder is None and _CLASS_OF_DJANGO in self.module.source.text):
            return None
        return _called(self.module, f"{named}.{holder}" if holder else named)


def _called(module: Module, dotted: str) -> Loaded | None:
    """The module, or the class in one, that a dotted name means."""
    home = _module_called(module, dotted)
    if home:
        return Loaded(home, home.index.tree)
    holder, _, attribute = dotted.rpartition(".")
    home = _module_called(module, holder) if holder else None
    definition = home.scopes.defined(f":{attribute}") if home else None
    return Loaded(home, definition) if home and isinstance(definition, ast.ClassDef) else None


def _module_called(module: Module, dotted: str) -> Module | None:
    return module if module.is_called(dotted) else module.project.module_called(module.source.path, dotted)


def _environment(module: Module, name: str) -> str | None:
    """What a file sets an environment variable to by default."""
    for call in module.index.calls("setdefault", texts=(name,)):
        if len(call.args) == 2 and text_of(call.args[0], module.scopes) == name:
            return text_of(call.args[1], module.scopes)
    for node in module.index.all(ast.Assign, name):
        target = node.targets[0]
        if isinstance(target, ast.Subscript) and text_of(target.slice, module.scopes) == name:
            return text_of(node.value, module.scopes)
    return None


def _above(loaded: Loaded) -> Iterator[Loaded | None]:
    """What a module imports everything from, or the bases of a class."""
    module, owner, _ = loaded
    if isinstance(owner, ast.ClassDef):
        for ancestor in module.scopes.ancestry(owner)[1:]:
            if ancestor:
                yield loaded._replace(owner=ancestor)
        for name in module.scopes.base_names(owner):
            place = module.place(name)
            if place and isinstance(place.node, ast.ClassDef):
                yield Loaded(place.module, place.node, loaded.is_conditional)
            elif name != "builtins.object":
                yield None
        return
    for node in star_imports(module):
        other = module.project.module_called(module.source.path, "." * node.level + (node.module or ""))
        is_conditional = loaded.is_conditional or module.index.parents[node] is not owner
        yield Loaded(other, other.index.tree, is_conditional) if other else None


def star_imports(module: Module) -> list[ast.ImportFrom]:
    """The statements by which a file imports everything from another."""
    return [node for node in module.index.own(module.index.tree, ast.ImportFrom) if node.names[0].name == "*"]


def _is_dynamic(loaded: Loaded) -> bool:
    """Whether a module or a class may have names that it does not show: a class may by its methods."""
    module = loaded.module
    if any(word in module.source.text for word in _DYNAMIC):
        return True
    if isinstance(loaded.owner, ast.ClassDef):
        made = loaded.owner.decorator_list or loaded.owner.keywords
        return bool(made) or any(isinstance(part, FUNCTIONS) for part in loaded.owner.body)
    tree = module.index.tree
    for statement in tree.body:  # `load_settings(__name__)`
        call = statement.value if isinstance(statement, ast.Expr) else None
        if isinstance(call, ast.Call) and any(is_name(each, "__name__") for each in call.args):
            return True
    return False
