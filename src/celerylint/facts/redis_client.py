"""Clients of Redis."""

from __future__ import annotations

import ast

from celerylint.celery.locks import CACHES, REDIS_CLIENTS
from celerylint.facts.module import Module
from celerylint.syntax.scopes import ENTERED


def is_redis_client(module: Module, node: ast.expr) -> bool:
    """Whether an expression is a client of Redis, by its origin or its annotation."""
    qualified = (module.scopes.qualified(node) or "").removesuffix(ENTERED)
    return qualified.endswith("()") and qualified[:-2].replace("().from_url", ".from_url") in REDIS_CLIENTS


def is_cache(module: Module, node: ast.expr) -> bool:
    """Whether an expression is the cache of Django."""
    return module.scopes.qualified(node) in CACHES
