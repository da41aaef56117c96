"""Names that come from another module: in an import, in a handler."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst

from celerylint.core.rewrite import CatchInstead, ImportFrom
from celerylint.fixing.anchors import Anchors, Change, UnfitError
from celerylint.fixing.rewriters.layout import has_comment
from celerylint.fixing.rewriters.needs import can_grow, grown, imported, module_of, top_lines


def catch_instead(file: Anchors, rewrite: CatchInstead) -> Iterable[Change]:
    """`except asyncio.TimeoutError` -> `except TimeoutError`, imported from `celery.exceptions`."""
    caught = file.expression(rewrite.exception)
    if not isinstance(caught, (cst.Name, cst.Attribute)):
        raise UnfitError("the class is no plain name")
    name = caught.value if isinstance(caught, cst.Name) else caught.attr.value
    (new,), changes = imported(file, f"{rewrite.module}.{name}")
    if changes and any(node.value == name and node is not caught for node in _read(file)):
        raise UnfitError(f"the file has another `{name}`")
    yield from changes
    if not new.deep_equals(caught.with_changes(lpar=[], rpar=[])):
        yield caught, new.with_changes(lpar=caught.lpar, rpar=caught.rpar)


def _read(file: Anchors) -> Iterable[cst.Name]:
    """The names of a file that are not those of attributes or of arguments."""
    other: set[cst.CSTNode | None] = {node.attr for node in file.all(cst.Attribute)}
    other |= {node.keyword for node in file.all(cst.Arg)}
    return (node for node in file.all(cst.Name) if node not in other)


def import_from(file: Anchors, rewrite: ImportFrom) -> Iterable[Change]:
    """`from celery.task import task` -> `from celery import shared_task as task`; beside other names a line of its
    own."""
    alias = file.at(rewrite.alias, cst.ImportAlias)
    bound = alias.evaluated_alias or alias.evaluated_name
    statement = next(
        (each for each in file.all(cst.ImportFrom) if alias in each.names),  # type: ignore[operator]
        None,
    )
    if statement is None or isinstance(statement.names, cst.ImportStar):
        raise UnfitError("the import is no `from ... import`")
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
    line = next((each for each in file.all(cst.SimpleStatementLine) if statement in each.body), None)
    if line is None or len(line.body) > 1:
        raise UnfitError("the import shares its line")
    names = list(statement.names)
    place = names.index(alias)
    if has_comment(alias.comma) or has_comment(names[place - 1].comma if place else cst.MaybeSentinel.DEFAULT):
        raise UnfitError("a comment stands between the names")
    del names[place]
    if place == len(names):
        names[-1] = names[-1].with_changes(comma=alias.comma)
    rest = line.with_changes(body=[statement.with_changes(names=names)])
    for other in top_lines(file) if bound == rewrite.name else ():
        found = other.body[0]
        if isinstance(found, cst.ImportFrom) and module_of(found) == rewrite.module and can_grow(found):
            yield line, rest
            yield found, grown(found, bound)
            return
    yield line, [rest, cst.SimpleStatementLine([cst.ImportFrom(module, [renewed])])]
