"""`await` where no coroutine is: Python parses it and refuses to compile it."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.facts.module import Module
from celerylint.facts.task import Task

_COMPREHENSIONS: tuple[type[ast.ListComp | ast.SetComp | ast.DictComp], ...] = (ast.ListComp, ast.SetComp, ast.DictComp)


class MisplacedAwait:
    """The first `await`, `async for` or `async with` in a plain `def` of a file with tasks; in a generator expression
    it is allowed."""

    of = Task
    words = ("await", "async")

    def __init__(self, module: Module, node: ast.expr, owner: ast.FunctionDef, spelling: str) -> None:
        self.node = node
        self.name = owner.name
        self.spelling = spelling
        self.span = module.span(node)

    @classmethod
    def find(cls, module: Module) -> Iterable[MisplacedAwait]:
        own = module.index.own
        for function in filter(module.index.is_open, module.index.all(ast.FunctionDef, "await", "async")):
            found: list[tuple[ast.expr, str]] = [(node, "await") for node in own(function, ast.Await)]
            found += [(node.target, "async for") for node in own(function, ast.AsyncFor)]
            found += [(node.items[0].context_expr, "async with") for node in own(function, ast.AsyncWith)]
            whole = [node for kind in _COMPREHENSIONS for node in own(function, kind)]
            found += [(part.target, "async for") for node in whole for part in node.generators if part.is_async]
            found.sort(key=lambda pair: (pair[0].lineno, pair[0].col_offset))
            for node, spelling in found:
                if not any(isinstance(above, ast.GeneratorExp) for above in module.index.ancestors(node)):
                    yield cls(module, node, function, spelling)
                    break
