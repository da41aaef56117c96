"""What the files of one folder mean by names."""

from __future__ import annotations

import ast
import os
from typing import TYPE_CHECKING

from celerylint.syntax.scopes import Scopes
from celerylint.syntax.source import STANDARD_LIBRARY

if TYPE_CHECKING:
    from celerylint.linter.project import ProjectIndex

INIT = "__init__.py"

_NOT_OURS = STANDARD_LIBRARY | frozenset(
    "celery kombu billiard amqp vine redis sqlalchemy sqlmodel django flask fastapi starlette pydantic requests httpx "
    "aiohttp urllib3 boto3 botocore asgiref asyncpg psycopg psycopg2 gevent eventlet structlog loguru sentry_sdk numpy "
    "pandas rest_framework flask_sqlalchemy django_celery_beat django_celery_results celery_once celery_singleton "
    "alembic pymongo motor elasticsearch attr attrs click typer jinja2 yaml tenacity prometheus_client statsd".split()
)
"""Root packages that no file of a project stands for, even if one bears the name."""


def is_ours(name: str) -> bool:
    """Whether a file of the project may define what has that name in other files."""
    return not name.startswith(":") and name.partition(".")[0].partition("(")[0] not in _NOT_OURS


class View:
    """What the files of one folder mean by names."""

    def __init__(self, index: ProjectIndex, folder: str) -> None:
        self._index = index
        self._folder = folder
        self._resolved: dict[str, str] = {}
        self._located: dict[str, tuple[str | None, str]] = {}
        self._roots: list[str] | None = None

    def resolve(self, name: str) -> str:
        """What a name is known as where it is made."""
        known = self._resolved.get(name)
        if known is None:
            self._resolved[name] = name  # a cycle of imports means nothing
            known = self._resolved[name] = self._followed(name) if self._may_be_ours(name) else name
        return known

    def exports(self, module: str, name: str) -> bool:
        """Whether `from module import *` binds a name."""
        path, rest = self.located(module)
        found = self._index.module(path) if path and not rest else None
        return found is not None and found.scopes.reached(name) is not None

    def value(self, imported: str) -> tuple[Scopes, ast.expr] | None:
        """The expression that an imported name, or an attribute of one, stands for, and the scopes that it is in."""
        if not self._may_be_ours(imported):
            return None
        found = self._index.value(os.path.join(self._folder, INIT), imported)
        return (found.module.scopes, found.node) if found else None

    def _may_be_ours(self, name: str) -> bool:
        return name.startswith(".") or is_ours(name)

    def _followed(self, name: str) -> str:
        path, rest = self.located(name)
        if path is None:
            return name
        home = self._index.name_of(path)
        if rest and self._index.defines(path, rest):
            return f"{home}.{rest}"
        module = self._index.module(path) if rest else None
        if module is None:
            return f"{home}.{rest}" if rest else home
        meant = module.scopes.reached(rest)
        if meant is None:
            return f"{home}.{rest}"
        return f"{home}.{meant[1:]}" if meant.startswith(":") else meant

    def located(self, name: str) -> tuple[str | None, str]:
        """The file that a name leads to, and what of the name is left there."""
        if name not in self._located:
            self._located[name] = self._locate(name)
        return self._located[name]

    def _locate(self, name: str) -> tuple[str | None, str]:
        bare = name.lstrip(".")
        level = len(name) - len(bare)
        parts = [part for part in bare.split(".") if part]
        if level:
            folder = self._folder
            for _ in range(level - 1):
                folder = os.path.dirname(folder)
            return self._index.below(folder, parts, package=True)
        for root in self.roots:
            path, rest = self._index.below(root, parts)
            if path:
                return path, rest
        return None, name

    @property
    def roots(self) -> list[str]:
        """The folders that imports begin at, nearest first: those above that are no package, and their `src`."""
        if self._roots is None:
            self._roots = []
            folder, root = self._folder, self._index.root
            while True:
                names = self._index.listed(folder)
                if INIT not in names:
                    self._roots.append(folder)
                    if "src" in names and INIT not in self._index.listed(os.path.join(folder, "src")):
                        self._roots.append(os.path.join(folder, "src"))
                if folder == root or os.path.dirname(folder) == folder:
                    break
                folder = os.path.dirname(folder)
        return self._roots
