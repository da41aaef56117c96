"""How a run may have ended when some place in its code is reached."""

from __future__ import annotations

import ast

from celerylint.facts.handler import catches_all
from celerylint.facts.module import Module
from celerylint.syntax.flow import block_nodes
from celerylint.syntax.index import FUNCTIONS, TRIES

SUCCESS, FAILURE = "success", "failure"
BOTH = frozenset({SUCCESS, FAILURE})


def outcomes_at(module: Module, node: ast.AST) -> frozenset[str]:
    """Whether a node is reached by runs that succeed, by runs that fail, or by both: `finally`, and what comes after a
    handler that takes every error, are reached either way. A handler of some errors is reached by neither for sure."""
    below = node
    after_any_error = False
    for above in module.index.ancestors(node):
        if isinstance(above, ast.ExceptHandler):
            return frozenset({FAILURE} if catches_all(module.scopes, above) else ())
        if isinstance(above, TRIES) and below in above.finalbody:  # type: ignore[attr-defined]
            return BOTH
        after_any_error = after_any_error or _follows_any_error(module, above, below)
        if isinstance(above, FUNCTIONS):
            break
        below = above
    return BOTH if after_any_error else frozenset({SUCCESS})


def _follows_any_error(module: Module, above: ast.AST, below: ast.AST) -> bool:
    """Whether an earlier statement of the same block is a `try` that takes every error and goes on."""
    for block in (getattr(above, field, None) for field in ("body", "orelse", "finalbody")):
        if isinstance(block, list) and below in block:
            tries = (each for each in block[: block.index(below)] if isinstance(each, TRIES))
            return any(_goes_on_after_any_error(module, each) for each in tries)  # type: ignore[arg-type]
    return False


def _goes_on_after_any_error(module: Module, around: ast.Try) -> bool:
    for handler in around.handlers:
        if catches_all(module.scopes, handler):
            return not any(isinstance(part, (ast.Raise, ast.Return)) for part in block_nodes(handler.body))
    return False
