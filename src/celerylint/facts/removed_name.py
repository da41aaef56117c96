"""Names of older Celerys that the target version no longer has."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.celery.removed import REMOVED, REMOVED_FROM_APP, REMOVED_FROM_TASK
from celerylint.core.span import Span
from celerylint.facts.app import is_app_class
from celerylint.facts.module import Module
from celerylint.facts.task import task_of
from celerylint.syntax.index import TRIES

Entry = tuple[tuple[int, int], str]
_ATTRIBUTES = {name.rpartition(".")[2] for name in REMOVED} | REMOVED_FROM_APP.keys() | REMOVED_FROM_TASK.keys()


class RemovedName:
    """An import or a use of something that Celery no longer has."""

    words = ("celery", *REMOVED_FROM_TASK)

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
    def since(self) -> str:
        """The version that removed it."""
        return ".".join(map(str, self._since))


def _entry(name: str) -> Entry | None:
    """What the table says of a name, or of the module that it is in."""
    while name:
        if name in REMOVED:
            return REMOVED[name]
        name = name.rpartition(".")[0]
    return None


def _imported(module: Module) -> Iterator[tuple[ast.AST, str, Entry]]:
    for plain in module.index.all(ast.Import, "celery."):
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
    """Decorators, calls and base classes: `@celery.task`, `app.TaskSet(...)`, `self.get_publisher()`."""
    aliases = {alias for node in module.index.all(ast.Import, "import celery") for alias in node.names}
    roots = [alias.asname or "celery" for alias in aliases if alias.name.partition(".")[0] == "celery"]
    texts = (*(f"{root}." for root in roots), *REMOVED_FROM_APP, *REMOVED_FROM_TASK)
    places: list[ast.expr] = [call.func for call in module.index.calls(*_ATTRIBUTES, texts=texts)]
    if roots:
        places += [base for owner in module.index.all(ast.ClassDef, *texts) for base in owner.bases]
        for function in module.index.functions(*texts):
            places += [decorator for decorator in function.decorator_list if not isinstance(decorator, ast.Call)]
    for node in places:
        if not isinstance(node, ast.Attribute) or node.attr not in _ATTRIBUTES or _is_guarded(module, node):
            continue
        name = module.scopes.qualified(node) or ""
        if name in REMOVED and _is_plain_import(module, node):
            yield node, name, REMOVED[name]
        if node.attr in REMOVED_FROM_APP:
            receiver = module.scopes.qualified(node.value) or ""
            if receiver.endswith("()") and not receiver.startswith(":") and is_app_class(module, receiver[:-2]):
                yield node, f"app.{node.attr}", REMOVED_FROM_APP[node.attr]
        elif node.attr in REMOVED_FROM_TASK:
            task = task_of(module, node.value)
            if task and not task.has_own_class and not task.owner:
                yield node, f"{task.name}.{node.attr}", REMOVED_FROM_TASK[node.attr]


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
