"""Names of older Celerys that the target version no longer has."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.celery.removed import REMOVED, REMOVED_FROM_APP, REMOVED_FROM_TASK, RENAMED
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.app import is_app_class
from celerylint.facts.module import Module
from celerylint.facts.task import task_of
from celerylint.syntax.index import TRIES
from celerylint.syntax.node import is_name, last_names

Entry = tuple[tuple[int, int], str]
_LAST = last_names(REMOVED)
_INSIDE = "|".join(sorted({name.split(".")[1] for name in REMOVED}))
_MEMBERS = (*REMOVED_FROM_APP, *REMOVED_FROM_TASK)


class RemovedName:
    """An import or a use of something that Celery no longer has."""

    words: tuple[str, ...] = ("celery",)
    pattern: re.Pattern[str] | None = regex(
        rf"celery(?:\.(?:{_INSIDE})\b| import (?:\([^)]*|[^\n]*)(?:\b(?:{_INSIDE})\b|\\)| as )"
    )

    def __init__(self, module: Module, node: ast.AST, name: str, entry: Entry) -> None:
        self.module = module
        self.node = node
        self.name = name
        self._since, self.successor = entry

    @classmethod
    def find(cls, module: Module) -> Iterable[RemovedName]:
        imported = list(_imported(module))
        known = tuple(f"{name}." for _, name, _ in imported)
        used = [each for each in _used(module) if not f"{each[1]}.".startswith(known)]
        for node, name, entry in (*imported, *used):
            if entry[0] <= module.settings.target_celery:
                yield cls(module, node, name, entry)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def is_import(self) -> bool:
        """Whether `from ... import` brings the name."""
        return isinstance(self.node, ast.alias) and "." not in self.node.name

    @property
    def root(self) -> str | None:
        """What a use begins with, as `celery` of `celery.task`, if that is how the file calls the package."""
        is_plain = isinstance(self.node, ast.Attribute) and is_name(self.node.value, "celery")
        return "celery" if is_plain else None

    @property
    def new_name(self) -> str | None:
        """The qualified name of what does the same today."""
        return None if isinstance(self, RemovedMember) else RENAMED.get(self.name)

    @property
    def since(self) -> str:
        """The version that removed it."""
        return ".".join(map(str, self._since))


class RemovedMember(RemovedName):
    """A call of a method of an app or a task that Celery no longer has: `app.TaskSet(...)`, `self.get_publisher()`."""

    words = _MEMBERS
    pattern = regex(r"(?<=\.)\w+\s*\(")

    @classmethod
    def find(cls, module: Module) -> Iterable[RemovedMember]:
        for call in module.index.calls(*_MEMBERS):
            node = call.func
            found = _member(module, node) if isinstance(node, ast.Attribute) else None
            if found and found[1][0] <= module.settings.target_celery and not _is_guarded(module, node):
                yield cls(module, node, *found)


def _entry(name: str) -> Entry | None:
    """What the table says of a name, or of the module that it is in."""
    while name:
        if name in REMOVED:
            return REMOVED[name]
        name = name.rpartition(".")[0]
    return None


def _imported(module: Module) -> Iterator[tuple[ast.AST, str, Entry]]:
    for plain in module.index.all(ast.Import, "import celery"):
        for alias in plain.names:
            entry = _entry(alias.name) if alias.name.startswith("celery.") else None
            if entry and not _is_guarded(module, plain):
                yield alias, alias.name, entry
    for node in module.index.all(ast.ImportFrom, "from celery"):
        if not node.level and (node.module or "").partition(".")[0] == "celery" and not _is_guarded(module, node):
            for alias in node.names:
                entry = _entry(f"{node.module}.{alias.name}")
                if entry:
                    yield alias, f"{node.module}.{alias.name}", entry


def _used(module: Module) -> Iterator[tuple[ast.AST, str, Entry]]:
    """What is spelt out from `import celery`: decorators, calls and base classes."""
    aliases = {alias for node in module.index.all(ast.Import, "import celery") for alias in node.names}
    texts = [f"{alias.asname or 'celery'}." for alias in aliases if alias.name.partition(".")[0] == "celery"]
    if not texts:
        return
    places = [call.func for call in module.index.calls(*_LAST, texts=tuple(texts))]
    places += [base for owner in module.index.all(ast.ClassDef, *texts) for base in owner.bases]
    for function in module.index.functions(*texts):
        places += [decorator for decorator in function.decorator_list if not isinstance(decorator, ast.Call)]
    for node in places:
        if isinstance(node, ast.Attribute) and node.attr in _LAST and _is_plain_import(module, node):
            name = module.scopes.qualified(node) or ""
            if name in REMOVED and not _is_guarded(module, node):
                yield node, name, REMOVED[name]


def _member(module: Module, node: ast.Attribute) -> tuple[str, Entry] | None:
    """The removed method that an attribute is."""
    app = module.scopes.qualified(node.value) or ""
    if node.attr in REMOVED_FROM_APP and app.endswith("()") and not app.startswith(":"):
        is_own = module.defined(f"{app[:-2]}.{node.attr}") is not None
        is_removed = is_app_class(module, app[:-2]) and not is_own
        return (f"app.{node.attr}", REMOVED_FROM_APP[node.attr]) if is_removed else None
    task = task_of(module, node.value) if node.attr in REMOVED_FROM_TASK else None
    if task is None or task.has_own_class or task.owner:
        return None
    return f"{task.name}.{node.attr}", REMOVED_FROM_TASK[node.attr]


def _is_plain_import(module: Module, node: ast.Attribute) -> bool:
    """Whether the name is spelt out from `import celery`: one that was imported is reported where it is imported."""
    root: ast.expr = node
    while isinstance(root, ast.Attribute):
        root = root.value
    return isinstance(root, ast.Name) and module.scopes.qualified(root) == "celery"


def _is_guarded(module: Module, node: ast.AST) -> bool:
    """Whether it is tried, or asked for by version: `try` with a handler around, `if` with a version in its test."""
    for above in module.index.ancestors(node):
        if isinstance(above, TRIES):
            return True
        if isinstance(above, ast.If):
            test = ast.unparse(above.test)
            if "version" in test.lower() or "TYPE_CHECKING" in test or "hasattr" in test:
                return True
    return False
