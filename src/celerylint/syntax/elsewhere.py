"""The door from the names of one file to those of the others."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from celerylint.syntax.scopes import Scopes


class Elsewhere(Protocol):
    """What the other files of a project say about qualified names."""

    def resolve(self, name: str) -> str:
        """What a name is known as where it is made; the name itself if nobody knows better."""

    def exports(self, module: str, name: str) -> bool:
        """Whether `from module import *` binds a name."""

    def value(self, imported: str) -> tuple[Scopes, ast.expr] | None:
        """The expression that an imported name, or an attribute of one, stands for, and the scopes that it is in."""


class _Nowhere:
    def resolve(self, name: str) -> str:
        return name

    def exports(self, module: str, name: str) -> bool:
        return False

    def value(self, imported: str) -> tuple[Scopes, ast.expr] | None:
        return None


NOWHERE: Elsewhere = _Nowhere()
