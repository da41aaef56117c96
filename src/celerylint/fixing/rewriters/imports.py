"""Decorators that want an import of their own."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst

from celerylint.core.rewrite import ShareTask
from celerylint.fixing.anchors import Anchors, Change, UnfitError
from celerylint.fixing.rewriters.layout import comma
from celerylint.fixing.rewriters.needs import imported as imported_at_top

_SHARED, _CURRENT = "shared_task", "current_app"


def share_task(file: Anchors, rewrite: ShareTask) -> Iterable[Change]:
    """`@current_app.task` -> `@shared_task`; in the import it takes the place of `current_app` if nothing else uses
    that. The import of another app stays: it may be what makes the app."""
    factory = file.at(rewrite.factory, cst.Attribute)
    yield factory, cst.Name(_SHARED, lpar=factory.lpar, rpar=factory.rpar)
    statements = [node for node in file.all(cst.ImportFrom) if _is_from_celery(node)]
    imported = [alias for node in statements if not isinstance(node.names, cst.ImportStar) for alias in node.names]
    if any(alias.name.value == _SHARED and alias.asname is None for alias in imported):
        return
    uses = [node for node in file.all(cst.Name) if node.value == _CURRENT]
    if any(node.value == _SHARED for node in file.all(cst.Name)):
        raise UnfitError("the file has another `shared_task`")
    alias = next((each for each in imported if each.name.value == _CURRENT and each.asname is None), None)
    statement = next((node for node in statements if alias and alias in node.names), None)  # type: ignore[operator]
    if alias is None or statement is None or factory.value not in uses:
        yield from imported_at_top(file, "celery.shared_task")[1]
        return
    if len(uses) == 2:
        yield alias, alias.with_changes(name=cst.Name(_SHARED))
        return
    assert not isinstance(statement.names, cst.ImportStar)
    blank = cst.SimpleWhitespace(" ")
    names = list(statement.names)
    place = names.index(alias)
    names[place : place + 1] = [
        alias.with_changes(comma=comma(blank)),
        cst.ImportAlias(name=cst.Name(_SHARED), comma=alias.comma),
    ]
    yield statement, statement.with_changes(names=names)


def _is_from_celery(node: cst.ImportFrom) -> bool:
    return isinstance(node.module, cst.Name) and node.module.value == "celery" and not node.relative
