"""Whether code is for development or tests, by what its file, folder and class are called."""

from __future__ import annotations

import ast

from celerylint.core.regex import regex
from celerylint.facts.module import Module

_NOT_PRODUCTION = regex(
    r"(?i)[a-z]*test[a-z]*|[a-z]*(?:dev|local|debug|cypress)[a-z]*|"
    r"(?<![a-z])(?:ci|demo|sandbox|examples?|playground|eager|sync|mock|fake|stub|docs?|travis|e2e|quickstart)(?![a-z])"
)
_WORDS = regex(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+")


def is_for_development(module: Module, node: ast.AST) -> bool:
    """Whether the file, its folder or the class around a node says that it is no production's."""
    classes = [above.name for above in module.index.ancestors(node) if isinstance(above, ast.ClassDef)]
    path = module.source.path.replace("\\", "/").removesuffix(".py").split("/")
    folders = any(_NOT_PRODUCTION.fullmatch(name) for name in path[-3:-1])
    return folders or any(_NOT_PRODUCTION.search(" ".join(_WORDS.findall(name))) for name in (path[-1], *classes))
