"""Names that come from another module: in an import, in a handler."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst

from celerylint.core.rewrite import CatchInstead, ImportFrom
from celerylint.fixing.anchors import Anchors, Change, UnfitError
from celerylint.fixing.rewriters.bringing import aliases, brought, extended, lines_at_top, module_of
from celerylint.fixing.rewriters.layout import has_comment


def catch_instead(file: Anchors, rewrite: CatchInstead) -> Iterable[Change]:
    """`except asyncio.TimeoutError` -> `except TimeoutError`, imported from `celery.exceptions`."""
    caught = file.expression(rewrite.exception)
    if not isinstance(caught, (cst.Name, cst.Attribute)):
        raise UnfitError("the class is no plain name")
    name = caught.value if isinstance(caught, cst.Name) else caught.attr.value
    written, changes = brought(file, rewrite.module, name, but=caught)
    yield from changes
    if not isinstance(caught, cst.Name) or written != name:
        yield caught, cst.parse_expression(written).with_changes(lpar=caught.lpar, rpar=caught.rpar)


def import_from(file: Anchors, rewrite: ImportFrom) -> Iterable[Change]:
    """`from celery.task import task` -> `from celery import shared_task as task`; beside other names a line of its
    own."""
    alias = file.at(rewrite.alias, cst.ImportAlias)
    if not isinstance(alias.name, cst.Name):
        raise UnfitError("the import is no `from ... import`")
    bound = alias.evaluated_alias or alias.evaluated_name
    line = file.around(rewrite.alias, cst.SimpleStatementLine)
    statement = next(
        part
        for part in line.body
        if isinstance(part, cst.ImportFrom) and alias in part.names  # type: ignore[operator]
    )
    assert not isinstance(statement.names, cst.ImportStar)
    renewed = cst.ImportAlias(cst.Name(rewrite.name))
    if bound != rewrite.name:
        renewed = renewed.with_changes(asname=alias.asname or cst.AsName(cst.Name(bound)))
    module = cst.parse_expression(rewrite.module)
    assert isinstance(module, (cst.Name, cst.Attribute))
    if len(statement.names) == 1:
        yield statement, statement.with_changes(module=module, names=[renewed.with_changes(comma=alias.comma)])
        return
    if module_of(statement) == rewrite.module:
        yield alias, renewed.with_changes(comma=alias.comma)
        return
    if len(line.body) > 1:
        raise UnfitError("the import shares its line")
    names = list(statement.names)
    place = names.index(alias)
    if has_comment(alias.comma) or has_comment(names[place - 1].comma if place else cst.MaybeSentinel.DEFAULT):
        raise UnfitError("a comment stands between the names")
    del names[place]
    if place == len(names):
        names[-1] = names[-1].with_changes(comma=alias.comma)
    rest = line.with_changes(body=[statement.with_changes(names=names)])
    for other in file.all(cst.ImportFrom):
        if module_of(other) == rewrite.module and aliases(other) and _is_at_top(file, other):
            yield line, rest
            yield extended(other, rewrite.name, bound)
            return
    yield line, [rest, cst.SimpleStatementLine([cst.ImportFrom(module, [renewed])])]


def _is_at_top(file: Anchors, statement: cst.ImportFrom) -> bool:
    return any(statement in line.body for line in lines_at_top(file))
