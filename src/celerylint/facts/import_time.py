"""What is executed when a file is imported."""

from __future__ import annotations

import ast

from celerylint.facts.module import Module
from celerylint.syntax.node import CALLABLES, names_in

_SCRIPT_FOLDERS = frozenset({"scripts", "script", "bin", "examples", "example", "benchmarks", "tools"})


def is_executed_at_import(module: Module, node: ast.AST) -> bool:
    """Whether a node is executed by whoever imports the file. What is run as a script is left out."""
    source = module.source
    *folders, name = source.path.replace("\\", "/").split("/")
    if source.text.startswith("#!") or name == "__main__.py" or not _SCRIPT_FOLDERS.isdisjoint(folders[-2:]):
        return False
    if source.holds("argv") or not module.index.definitions:  # nothing in it that somebody would import
        return False
    return is_run_by_import(module, node)


def is_run_by_import(module: Module, node: ast.AST) -> bool:
    """Whether a node is executed when the module is imported, and not only when it is called or run as a script."""
    for above in module.index.ancestors(node):
        if isinstance(above, (*CALLABLES, ast.GeneratorExp)):
            return False
        if isinstance(above, ast.If) and any(part.id == "__name__" for part in names_in(above.test)):
            return False
    return True
