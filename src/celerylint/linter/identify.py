"""Which finding is which, and where in the file: what the tree says of the place of a finding."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Sequence

from celerylint.core.rule import Finding
from celerylint.core.span import Span
from celerylint.linter.result import Identity, Result, Suppression

_LONGEST = 200
_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def results(
    path: str, findings: Sequence[Finding], suppressions: Sequence[Suppression | None], text: str, tree: ast.Module
) -> list[Result]:
    """The findings of a file, each with its suppression, as results."""
    lines = text.split("\n")
    known: Counter[tuple[str, str, str]] = Counter()
    found = []
    for finding, suppression in zip(findings, suppressions, strict=True):
        span = finding.span
        line = lines[span.line - 1] if span.line <= len(lines) else ""
        around = list(_statements_around(tree, span.line))
        scope = ".".join(each.name for each in around if isinstance(each, _Definition))
        same = finding.code, scope, folded(line)
        identity = Identity(*same, known[same])
        known[same] += 1
        place = _lines(span, around[-1], len(line[: span.column].encode())) if around else span[::2]
        found.append(Result(path, finding, identity, place, suppression))
    return found


def folded(line: str) -> str:
    """A line with blanks folded. Of a very long one the start, and a digest of the whole.

    >>> folded("    return  self.retry( ) ")
    'return self.retry( )'
    """
    text = " ".join(line.split())
    if len(text) <= _LONGEST:
        return text
    from hashlib import sha256

    return f"{text[:_LONGEST]}… {sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def _statements_around(tree: ast.Module, line: int) -> Iterator[ast.stmt | ast.excepthandler]:
    """The statements that a line stands in, outermost first; what it decorates is one of them."""
    inner = _statements(tree)
    while True:
        node = next((each for each in inner if _first(each) <= line <= (each.end_lineno or 0)), None)
        if node is None:
            return
        yield node
        inner = _statements(node)


def _statements(node: ast.AST) -> Iterator[ast.stmt | ast.excepthandler]:
    """The statements and handlers of a statement; those of the cases of a `match` are its own."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt | ast.excepthandler):
            yield child
        elif isinstance(child, ast.match_case):
            yield from child.body


def _first(node: ast.stmt | ast.excepthandler) -> int:
    decorators = node.decorator_list if isinstance(node, _Definition) else []
    return min([node.lineno, *(each.lineno for each in decorators)])


def _lines(span: Span, statement: ast.AST, column: int) -> tuple[int, int]:
    """The lines of a finding in a statement: of a call that is found by its name the arguments too, of a definition the
    decorators and parameters. `column` counts in bytes."""
    if isinstance(statement, _Definition) and statement.lineno == span.line:
        head = [*_bases(statement), *(each.returns for each in [statement] if not isinstance(each, ast.ClassDef))]
        return _first(statement), max(span.end_line, *(each.end_lineno or 0 for each in head if each), 0)
    return span.line, max(span.line, span.end_line, *_ends(statement, span.line, column))


def _ends(node: ast.AST, line: int, column: int) -> Iterator[int]:
    """The last lines of the expressions that start at a place."""
    waiting = [node]
    while waiting:
        for child in ast.iter_child_nodes(waiting.pop()):
            start, end = getattr(child, "lineno", line), getattr(child, "end_lineno", line)
            if start <= line <= end:
                waiting.append(child)
                if isinstance(child, ast.expr) and (start, child.col_offset) == (line, column):
                    yield end


def _bases(node: _Definition) -> Iterator[ast.expr | ast.arg]:
    """What stands in the parentheses of a definition."""
    for child in ast.iter_child_nodes(node.args) if not isinstance(node, ast.ClassDef) else node.bases:
        assert isinstance(child, ast.expr | ast.arg)
        yield child
