"""Lines that tell how far a loop is."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.log_call import LogCall
from celerylint.facts.module import Module
from celerylint.syntax.index import FUNCTIONS, LOOPS
from celerylint.syntax.node import is_name, names_in, subtree, values_given

_TELLS_ALL = regex(r"(?i)total|percent|count_of|out_of|remaining|left|size|length|share|ratio|eta")


class ProgressLine:
    """A line that a loop writes for every so many items, `if number % 100 == 0`, while the function counts how many
    there are: `len(items)` of what the loop runs over."""

    of = LogCall

    def __init__(self, call: LogCall) -> None:
        self.call = call
        self.module = call.module
        self.node = call.node
        self.span: Span = call.span

    @classmethod
    def find(cls, module: Module) -> Iterable[ProgressLine]:
        for call in module.all(LogCall):
            loop = _loop_around(call)
            if loop is not None and not call.is_error and _is_counted(call, loop):
                yield cls(call)

    @property
    def tells_total(self) -> bool:
        """Whether the line may say how many items there are: by a name that says so, or by a length."""
        keywords = [keyword.arg or "total" for keyword in self.node.keywords]
        if any(map(_TELLS_ALL.search, keywords)):
            return True
        return any(self._is_total(part) for value in values_given(self.node) for part in subtree(value))

    def _is_total(self, node: ast.AST) -> bool:
        if isinstance(node, ast.Call):
            return is_name(node.func, "len")
        if isinstance(node, ast.Constant):
            return isinstance(node.value, str) and _TELLS_ALL.search(node.value) is not None
        if isinstance(node, ast.Attribute):
            return _TELLS_ALL.search(node.attr) is not None
        if not isinstance(node, ast.Name):
            return False
        made = self.module.scopes.assigned(node)
        return _TELLS_ALL.search(node.id) is not None or (isinstance(made, ast.Call) and is_name(made.func, "len"))


def _loop_around(call: LogCall) -> ast.For | ast.AsyncFor | None:
    """The loop that writes the line once in so many items."""
    is_rare = False
    for above in call.module.index.ancestors(call.node):
        if isinstance(above, ast.If):
            is_rare = is_rare or any(
                isinstance(part, ast.BinOp) and isinstance(part.op, ast.Mod) for part in subtree(above.test)
            )
        elif isinstance(above, (*LOOPS, *FUNCTIONS)):
            return above if is_rare and isinstance(above, (ast.For, ast.AsyncFor)) else None
    return None


def _is_counted(call: LogCall, loop: ast.For | ast.AsyncFor) -> bool:
    """Whether the function asks for the length of something that the loop runs over."""
    items = {name.id for name in names_in(loop.iter)}
    counted = (each.args[0] for each in call.code.calls if is_name(each.func, "len") and each.args)
    return any(isinstance(given, ast.Name) and given.id in items for given in counted)
