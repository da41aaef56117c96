"""Imports of services at the top of a file with tasks."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.names import SERVICE_LIBRARIES
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.origin import is_part
from celerylint.facts.reach import TaskCode
from celerylint.syntax.node import last_name

_EXCEPTIONS = ("Error", "Exception", "Warning")
_TYPE_CHECKING = "TYPE_CHECKING"


class ServiceImport:
    """An import of services that runs when the file is imported, and whose names only functions use, a task's among
    them: it might stand there. `package` is the imported module."""

    of = TaskCode

    def __init__(self, module: Module, node: ast.Import | ast.ImportFrom, package: str) -> None:
        self.module = module
        self.node = node
        self.package = package

    @classmethod
    def find(cls, module: Module) -> Iterable[ServiceImport]:
        if not module.spoken.holds_own("service_packages"):
            return
        tree = module.index.tree
        imports: list[ast.Import | ast.ImportFrom] = [*module.index.own(tree, ast.ImportFrom)]
        for node in [*imports, *module.index.own(tree, ast.Import)]:
            names = (alias for alias in node.names if not alias.name.endswith(_EXCEPTIONS))
            services = [alias for alias in names if _is_service(module, _path(node, alias))]
            used = {alias.asname or alias.name.partition(".")[0] for alias in services}
            if used and not _is_for_types(module, node) and _could_move(module, used):
                yield cls(module, node, _shown(module, node, services[0]))

    @property
    def span(self) -> Span:
        return self.module.span(self.node)


def _path(node: ast.Import | ast.ImportFrom, alias: ast.alias) -> str:
    """The dotted path of what is imported, a dot at its start if it is relative."""
    if isinstance(node, ast.Import):
        return alias.name
    home = "." * node.level + (node.module or "")
    return f"{home}.{alias.name}" if home.strip(".") else home + alias.name


def _shown(module: Module, node: ast.Import | ast.ImportFrom, alias: ast.alias) -> str:
    """The imported module as the source spells it."""
    if isinstance(node, ast.Import) or not _is_service(module, node.module or ""):
        return _path(node, alias)
    return "." * node.level + (node.module or "")


def _is_service(module: Module, path: str) -> bool:
    """Whether a path leads into a package of services, and not into the one that the file is in."""
    parts = path.split(".")
    if parts[0] in SERVICE_LIBRARIES or parts[-1] == "*":
        return False
    words = module.settings.service_packages
    ends = [end for end in range(1, len(parts) + 1) if any(is_part(word, ".".join(parts[:end])) for word in words)]
    return bool(ends) and not _is_in(module, parts[: ends[0]])


def _is_in(module: Module, package: list[str]) -> bool:
    """Whether the file is in a package, as far as its path is known."""
    folders = [part for part in module.source.path.replace("\\", "/").split("/")[:-1] if part != "."]
    above = (folders[: end + 1][-len(package) :] for end in range(len(folders)))
    return any(known == package[-len(known) :] for known in above)


def _is_for_types(module: Module, node: ast.AST) -> bool:
    """Whether an import stands under `if TYPE_CHECKING:`."""
    conditions = (above.test for above in module.index.ancestors(node) if isinstance(above, ast.If))
    return any(last_name(test) == _TYPE_CHECKING for test in conditions)


def _could_move(module: Module, names: set[str]) -> bool:
    """Whether task code uses one of the names, and nothing that runs at import does: no decorator, base or default."""
    index, tree = module.index, module.index.tree
    early = [tree, *index.own(tree, ast.ClassDef)]
    if any(isinstance(node, ast.Name) for body in early for node in index.mentions(body, names)):
        return False
    return any(
        isinstance(node, ast.Name) and module.scopes.scope_of(node, node.id) is tree
        for code in module.all(TaskCode)
        for node in index.mentions(code.node, names)
    )
