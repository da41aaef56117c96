"""Statements in their block: found, and put into another."""

from __future__ import annotations

import ast
from collections.abc import Sequence

import libcst as cst

from celerylint.core.span import Span
from celerylint.fixing.anchors import Anchors, UnfitError

Statement = cst.SimpleStatementLine | cst.BaseCompoundStatement
Line = cst.SimpleStatementLine


def place_of(file: Anchors, span: Span) -> tuple[cst.IndentedBlock, int]:
    """The innermost block of lines that holds a place, and the position of the statement in it. Raises UnfitError."""
    try:
        block = file.around(span, cst.IndentedBlock)
    except UnfitError:
        raise UnfitError("the code stands in no block of its own") from None
    for position, statement in enumerate(block.body):
        if covers(file.span(statement), span):
            return block, position
    raise UnfitError("the code is not where it was")


def covers(place: Span, span: Span) -> bool:
    """Whether a place holds another."""
    return place[:2] <= span[:2] and span[2:] <= place[2:]


def lone_line(statement: cst.CSTNode) -> Line:
    """A statement that has its line for itself. Raises UnfitError."""
    if not isinstance(statement, Line) or len(statement.body) != 1:
        raise UnfitError("the statement shares its line")
    return statement


def as_block(
    outer: cst.IndentedBlock, body: Sequence[Statement], header: cst.TrailingWhitespace | None = None
) -> cst.IndentedBlock:
    """Statements as a block below one of the statements of another, indented as that is."""
    return cst.IndentedBlock(body=body, indent=outer.indent, header=header or cst.TrailingWhitespace())


def statements(suite: cst.BaseSuite) -> list[Statement]:
    """The statements of a suite; of one that stands behind its colon as a line."""
    if isinstance(suite, cst.SimpleStatementSuite):
        return [Line(body=suite.body, trailing_whitespace=suite.trailing_whitespace)]
    return [each for each in suite.body if isinstance(each, (Line, cst.BaseCompoundStatement))]


def has_comment(statement: Statement) -> bool:
    """Whether a comment stands above a statement, or behind its line."""
    behind = isinstance(statement, Line) and statement.trailing_whitespace.comment
    return bool(behind) or any(each.comment for each in statement.leading_lines)


def line(source: str) -> Line:
    """A statement on a line of its own."""
    return cst.ensure_type(cst.parse_statement(source), Line)


def is_call(file: Anchors, statement: cst.CSTNode, source: str) -> bool:
    """Whether a statement is a line with just that call."""
    if not isinstance(statement, Line) or len(statement.body) != 1 or not isinstance(statement.body[0], cst.Expr):
        return False
    return file.module.code_for_node(statement.body[0].value) == source


def names_between(file: Anchors, first: int, last: int, context: type[ast.expr_context] = ast.expr_context) -> set[str]:
    """The names that stand in lines: those that are read (`ast.Load`), bound (`ast.Store`), or all."""
    names = (node for node in file.names if first <= node.lineno <= last)
    return {name.id for name in names if isinstance(name.ctx, context)}


def refuse_later_use(file: Anchors, block: Sequence[Statement], *names: str) -> None:
    """Raise UnfitError if the function reads a name behind these statements that is bound in them: one of those given,
    or any."""
    first, last = file.span(block[0]).line, file.span(block[-1]).end_line
    end = file.span(file.around(file.span(block[0]), cst.FunctionDef)).end_line
    bound = set(names) or names_between(file, first, last, ast.Store)
    later = bound & names_between(file, last + 1, end, ast.Load)
    if later:
        raise UnfitError(f"`{min(later)}` is used after its block")
