"""What other files need to know of a file: its text without what only runs.

Imports, assignments, definitions with their headers, what functions return and yield, and what configures an app stay
where they stand, so that every line keeps its number; all else is blank. A skeleton is valid Python of the same
meaning for names (`Scopes`), a few times smaller than the file, and never run.
"""

from __future__ import annotations

import ast
import re

from celerylint.core.span import ELSEWHERE, Span
from celerylint.syntax.index import FUNCTIONS, TRIES
from celerylint.syntax.source import Source

_DEFINITIONS = (*FUNCTIONS, ast.ClassDef)
_KEPT = (ast.Return, ast.Assign, ast.AnnAssign, ast.Import, ast.ImportFrom, ast.Global, ast.Nonlocal)
_COMPOUND: tuple[type[ast.AST], ...] = (
    ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Match, *TRIES
)  # fmt: skip
_CONFIGURING = ("conf", "periodic", "register", "autodiscover", "namespace", "Task")
"""Words of calls in functions that make an app what it is: `app.conf.update(...)`, `sender.add_periodic_task(...)`."""


def skeleton(text: str, tree: ast.Module) -> str:
    """The skeleton of a parsed text; the text itself if it cannot be blanked line by line."""
    lines = text.split("\n")
    _Blanking(lines).body(tree.body, inside=False)
    bare = "\n".join(lines)
    try:
        ast.parse(bare)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return text
    return bare


class _Blanking:
    """The lines of a text, blanked where a statement that nobody needs stands alone."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    def body(self, statements: list[ast.stmt], inside: bool) -> bool:
        """Blank what is not needed of a body; whether something is left. `inside` means in a function."""
        needed = [statement for statement in statements if self._is_needed(statement, inside)]
        dropped = [statement for statement in statements if statement not in needed]
        while dropped and inside:  # what binds a name that is needed, such as a loop, is needed too
            read = {name.id for statement in needed for name in _names(statement, ast.Load)}
            more = [each for each in dropped if any(name.id in read for name in _names(each, ast.Store))]
            if not more:
                break
            needed += more
            dropped = [statement for statement in dropped if statement not in more]
        for statement in dropped:
            self._blank(statement)
        return bool(needed)

    def _is_needed(self, statement: ast.stmt, inside: bool) -> bool:
        if isinstance(statement, _DEFINITIONS):
            in_function = isinstance(statement, FUNCTIONS)
            if not self.body(statement.body, inside=in_function):
                self._pass(statement.body[0])
            return True
        if isinstance(statement, _KEPT):
            return True
        if isinstance(statement, ast.Expr):
            return self._is_needed_expression(statement, inside)
        if isinstance(statement, _COMPOUND):
            return not inside or self._holds_needed(statement)
        return not inside

    def _is_needed_expression(self, statement: ast.Expr, inside: bool) -> bool:
        value = statement.value
        if isinstance(value, ast.Constant):
            return False
        if isinstance(value, (ast.Yield, ast.YieldFrom)) or not inside:
            return True
        line = self._lines[statement.lineno - 1]
        return isinstance(value, ast.Call) and any(word in line for word in _CONFIGURING)

    def _holds_needed(self, statement: ast.AST) -> bool:
        """Whether a compound statement of a function holds what is needed; it is kept whole then."""
        waiting = [statement]
        while waiting:
            node = waiting.pop()
            if isinstance(node, (*_KEPT, *_DEFINITIONS, ast.Yield, ast.YieldFrom)):
                return True
            if isinstance(node, ast.Expr) and self._is_needed_expression(node, inside=True):
                return True
            waiting.extend(ast.iter_child_nodes(node))
        return False

    def _blank(self, statement: ast.stmt) -> None:
        if self._stands_alone(statement):
            for number in range(statement.lineno - 1, statement.end_lineno or statement.lineno):
                self._lines[number] = ""

    def _pass(self, statement: ast.stmt) -> None:
        """The body of a definition that nothing is left of."""
        number = statement.lineno - 1
        if not self._lines[number]:
            self._lines[number] = " " * statement.col_offset + "pass"

    def _stands_alone(self, statement: ast.stmt) -> bool:
        """Whether no other statement shares a line with one. Columns count bytes."""
        first = self._lines[statement.lineno - 1].encode()
        last = self._lines[(statement.end_lineno or statement.lineno) - 1].encode()
        after = last[statement.end_col_offset :].strip()
        return not first[: statement.col_offset].strip() and (not after or after.startswith(b"#"))


def _names(node: ast.AST, context: type[ast.expr_context]) -> list[ast.Name]:
    waiting, found = [node], []
    while waiting:
        current = waiting.pop()
        if isinstance(current, ast.Name) and isinstance(current.ctx, context):
            found.append(current)
        waiting.extend(ast.iter_child_nodes(current))
    return found


class SkeletonSource(Source):
    """The skeleton of another file. What is found there is reported when that file is checked: nothing in it has a
    place here."""

    def span(self, node: ast.AST) -> Span:
        """No place."""
        return ELSEWHERE

    def handler_header(self, node: ast.ExceptHandler) -> Span:
        """No place."""
        return ELSEWHERE

    def _matched(self, node: ast.AST, pattern: re.Pattern[str]) -> Span:
        return ELSEWHERE
