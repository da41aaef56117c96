"""The nodes of LibCST that stand at the places which findings name."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider, WhitespaceInclusivePositionProvider

from celerylint.core.span import Span
from celerylint.fixing import UnfitError as UnfitError  # noqa: PLC0414  what needs LibCST takes it from here

Node = TypeVar("Node", bound=cst.CSTNode)
Change = tuple[cst.CSTNode, "cst.CSTNode | Sequence[cst.CSTNode]"]
"""A node, and what takes its place."""


class Edit(NamedTuple):
    """Text that takes the place of what a span covers."""

    span: Span
    text: str


class Anchors:
    """A parsed text, its nodes by place."""

    def __init__(self, text: str) -> None:
        try:
            module = cst.parse_module(text)
        except (cst.ParserSyntaxError, RecursionError):
            raise UnfitError("LibCST does not read this file") from None
        if module.code != text:
            raise UnfitError("LibCST does not give this file back as it is")
        self.text = text
        self.module = module
        self._spans = _spans(module, PositionProvider)
        self._kinds: dict[type[cst.CSTNode], list[cst.CSTNode]] = {}
        self._starts: dict[tuple[int, int], list[cst.CSTNode]] = {}
        for node, span in self._spans.items():
            self._starts.setdefault(span[:2], []).append(node)

    @cached_property
    def tree(self) -> ast.Module:
        """What Python reads in the text."""
        return ast.parse(self.text)

    @cached_property
    def names(self) -> list[ast.Name]:
        """The names in the tree."""
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.Name)]

    @cached_property
    def bound(self) -> Counter[str]:
        """Every name that something in the file binds, and how often that is done."""
        return Counter(filter(None, map(_bound, ast.walk(self.tree))))

    def span(self, node: cst.CSTNode) -> Span:
        """The place of a node."""
        return self._spans[node]

    def at(self, span: Span, kind: type[Node]) -> Node:
        """The node of a kind that covers just this. Raises UnfitError."""
        for node in self._starts.get(span[:2], ()):
            if isinstance(node, kind) and self._spans[node] == span:
                return node
        raise UnfitError("the code is not where it was")

    def expression(self, span: Span) -> cst.BaseExpression:
        """The expression that covers just this. Raises UnfitError."""
        for kind in (cst.Call, cst.Attribute, cst.Name, cst.BinaryOperation, cst.UnaryOperation):
            for node in self._starts.get(span[:2], ()):
                if isinstance(node, kind) and self._spans[node] == span:
                    return node
        raise UnfitError("the code is not where it was")

    def starting(self, span: Span, kind: type[Node]) -> Node:
        """The outermost node of a kind that starts there. Raises UnfitError."""
        found = [node for node in self._starts.get(span[:2], ()) if isinstance(node, kind)]
        if not found:
            raise UnfitError("the code is not where it was")
        return max(found, key=lambda node: self._spans[node][2:])

    def around(self, span: Span, kind: type[Node]) -> Node:
        """The innermost node of a kind that covers a place. Raises UnfitError."""
        found = [node for node in self.all(kind) if _covers(self._spans[node], span)]
        if not found:
            raise UnfitError("the code is not where it was")
        return max(found, key=lambda node: (self._spans[node][:2], *(-each for each in self._spans[node][2:])))

    def argument(self, span: Span) -> tuple[cst.Call, int]:
        """The call and the position of an argument, which may stand in parentheses of its own. Raises UnfitError."""
        argument = self.around(span, cst.Arg)
        for node in self._spans:
            if isinstance(node, cst.Call) and any(each is argument for each in node.args):
                return node, next(index for index, each in enumerate(node.args) if each is argument)
        raise UnfitError("the code is not where it was")

    def all(self, kind: type[Node]) -> list[Node]:
        """Every node of a kind."""
        if kind not in self._kinds:
            self._kinds[kind] = [node for node in self._spans if isinstance(node, kind)]
        return self._kinds[kind]  # type: ignore[return-value]

    def is_named_in(self, node: cst.CSTNode, name: str) -> bool:
        """Whether a name stands inside a node."""
        place = self._spans[node]
        return any(each.value == name and _covers(place, self._spans[each]) for each in self.all(cst.Name))

    def edits(self, changes: Sequence[Change]) -> list[Edit]:
        """The smallest edits that make changes, one each. No two may touch."""
        new = {old: [put] if isinstance(put, cst.CSTNode) else list(put) for old, put in changes}
        changed = replaced(self.module, new)
        before = _spans(self.module, WhitespaceInclusivePositionProvider)
        after = _spans(changed, WhitespaceInclusivePositionProvider)
        found, code = [], changed.code
        for old, put in new.items():
            start, end = after[put[0]], after[put[-1]]
            text = _slice(code, Span(*start[:2], *end[2:]))
            found.append(_smallest(self.text, before[old], text))
        return found


def _bound(node: ast.AST) -> str | None:
    """The name that a node of a tree binds."""
    if isinstance(node, ast.Name):
        return None if isinstance(node.ctx, ast.Load) else node.id
    if isinstance(node, ast.arg):
        return node.arg
    if isinstance(node, ast.alias):
        return (node.asname or node.name).partition(".")[0]
    if isinstance(node, ast.MatchMapping):
        return node.rest
    named = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.ExceptHandler, ast.MatchAs, ast.MatchStar)
    return node.name if isinstance(node, named) else None


class _Replacer(cst.CSTTransformer):
    def __init__(self, new: Mapping[cst.CSTNode, Sequence[cst.CSTNode]]) -> None:
        super().__init__()
        self._new = new

    def on_visit(self, node: cst.CSTNode) -> bool:
        return node not in self._new

    def on_leave(self, original: cst.CSTNode, updated: Any) -> Any:
        put = self._new.get(original)
        if put is None:
            return updated
        return put[0] if len(put) == 1 else cst.FlattenSentinel(put)


def replaced(node: Node, new: Mapping[cst.CSTNode, Sequence[cst.CSTNode]]) -> Node:
    """A node with others in the place of some that it holds."""
    changed = node.visit(_Replacer(new))
    assert isinstance(changed, type(node))
    return changed


def _spans(module: cst.Module, provider: Any) -> dict[cst.CSTNode, Span]:
    places = MetadataWrapper(module, unsafe_skip_copy=True).resolve(provider)
    return {
        node: Span(place.start.line, place.start.column, place.end.line, place.end.column)
        for node, place in places.items()
    }


def _covers(place: Span, span: Span) -> bool:
    return place[:2] <= span[:2] and span[2:] <= place[2:]


def offset(text: str, line: int, column: int) -> int:
    """How many letters stand before a place; all of them, if it is behind a last line that has no end."""
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
        if not start:
            return len(text)
    return start + column


def _slice(text: str, span: Span) -> str:
    return text[offset(text, *span[:2]) : offset(text, *span[2:])]


def _smallest(text: str, span: Span, put: str) -> Edit:
    """The edit without what stays the same at its start and its end."""
    start, end = offset(text, *span[:2]), offset(text, *span[2:])
    old = text[start:end]
    shared = min(len(old), len(put))
    before = next((count for count in range(shared) if old[count] != put[count]), shared)
    shared -= before
    after = next((count for count in range(shared) if old[-1 - count] != put[-1 - count]), shared)
    return Edit(_span(text, start + before, end - after), put[before : len(put) - after])


def _span(text: str, start: int, end: int) -> Span:
    first, last = text.count("\n", 0, start), text.count("\n", 0, end)
    return Span(first + 1, start - text.rfind("\n", 0, start) - 1, last + 1, end - text.rfind("\n", 0, end) - 1)
