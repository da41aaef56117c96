"""Which finding is which, and where in the file: what the tree says of the place of a finding."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Sequence

from celerylint.core.rule import Finding
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
        line = finding.span.line
        around = list(_definitions(tree, line))
        first = folded(lines[line - 1]) if line <= len(lines) else ""
        same = finding.code, ".".join(each.name for each in around), first
        identity = Identity(*same, known[same])
        known[same] += 1
        found.append(Result(path, finding, identity, _lines(finding, around), suppression))
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


def _definitions(tree: ast.Module, line: int) -> Iterator[_Definition]:
    """The classes and functions that a line stands in, outermost first; one that it decorates is one of them."""
    inner = _statements(tree)
    while True:
        node = next((each for each in inner if _first(each) <= line <= (each.end_lineno or 0)), None)
        if node is None:
            return
        if isinstance(node, _Definition):
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


def _lines(finding: Finding, around: Sequence[_Definition]) -> tuple[int, int]:
    span = finding.span
    if not around or around[-1].lineno != span.line:
        return span.line, max(span.line, span.end_line)
    node = around[-1]
    head = node.bases if isinstance(node, ast.ClassDef) else [*_parameters(node.args), *filter(None, [node.returns])]
    return _first(node), max(span.line, span.end_line, *(each.end_lineno or 0 for each in head))


def _parameters(arguments: ast.arguments) -> Iterator[ast.expr | ast.arg]:
    for child in ast.iter_child_nodes(arguments):
        assert isinstance(child, ast.expr | ast.arg)
        yield child
