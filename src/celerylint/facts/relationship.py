"""Attributes of models that stand for other rows."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property
from typing import TypeGuard

from celerylint.celery.databases import DJANGO_RELATIONSHIPS, LAZY_LOADING, RELATIONSHIPS
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.syntax.node import keyword_value
from celerylint.syntax.value import UNKNOWN, fold

_WORD = regex(r"\w+")
_ASKED = frozenset({"DynamicMapped", "WriteOnlyMapped"})
"""Annotations of relationships that are asked by methods of their own."""
_COLLECTIONS = frozenset({"list", "List", "set", "Set", "Sequence", "Collection"})


class Relationship:
    """A relationship that a model class of this file declares: of SQLAlchemy, or a field of Django."""

    words = ("relationship", "Relationship", "ForeignKey", "OneToOneField", "ManyToManyField")

    def __init__(self, module: Module, owner: ast.ClassDef, name: str, node: ast.Call, annotation: str) -> None:
        self.module = module
        self.owner = owner
        self.name = name
        self.node = node
        self._annotation = _WORD.findall(annotation)

    @classmethod
    def find(cls, module: Module) -> Iterable[Relationship]:
        for owner in module.index.all(ast.ClassDef, *cls.words):
            for plain in module.index.own(owner, ast.Assign):
                if isinstance(plain.targets[0], ast.Name) and _declares(plain.value, module):
                    yield cls(module, owner, plain.targets[0].id, plain.value, "")
            for typed in module.index.own(owner, ast.AnnAssign):
                if isinstance(typed.target, ast.Name) and _declares(typed.value, module):
                    yield cls(module, owner, typed.target.id, typed.value, ast.unparse(typed.annotation))

    @cached_property
    def span(self) -> Span:
        """The place of the declaration."""
        return self.module.span(self.node)

    @property
    def field(self) -> str | None:
        """The kind of a field of Django; None for a relationship of SQLAlchemy."""
        return DJANGO_RELATIONSHIPS.get(self.module.scopes.qualified(self.node.func) or "")

    @property
    def is_lazy(self) -> bool:
        """Whether reading it asks the database, unless the query of the row has loaded it."""
        if self.field:
            return True
        if not _ASKED.isdisjoint(self._annotation):
            return False
        if any(keyword.arg in (None, "sa_relationship_kwargs") for keyword in self.node.keywords):
            return False
        given = keyword_value(self.node, "lazy")
        value = None if given is None else fold(given, self.module.scopes)
        return value is not UNKNOWN and value in LAZY_LOADING

    @property
    def is_collection(self) -> bool:
        """Whether it is known to stand for several rows: then none of them may be at hand already."""
        return not _COLLECTIONS.isdisjoint(self._annotation)

    @property
    def target(self) -> str:
        """The name of the other model, as far as it is written."""
        written = _WORD.findall(ast.unparse(self.node.args[0])) if self.node.args else self._annotation
        return written[-1] if written else ""


def _declares(value: ast.expr | None, module: Module) -> TypeGuard[ast.Call]:
    """Whether what an attribute of a class is set to makes it a relationship."""
    qualified = module.scopes.qualified(value.func) if isinstance(value, ast.Call) else None
    if qualified is None:
        return False
    return qualified in RELATIONSHIPS or qualified in DJANGO_RELATIONSHIPS or qualified.endswith(".db.relationship")
