"""Decorators that want an import of their own."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst

from celerylint.core.rewrite import ShareTask
from celerylint.fixing.anchors import Anchors, Change
from celerylint.fixing.rewriters.layout import comma
from celerylint.fixing.rewriters.needs import check_free
from celerylint.fixing.rewriters.needs import imported as imported_at_top

_SHARED, _CURRENT = "shared_task", "current_app"


def share_task(file: Anchors, rewrite: ShareTask) -> Iterable[Change]:
    """`@current_app.task` -> `@shared_task`; in the import it takes the place of `current_app` if nothing else uses
    that. The import of another app stays: it may be what makes the app."""
    factory = file.at(rewrite.factory, cst.Attribute)
    statements = [node for node in file.all(cst.ImportFrom) if _is_from_celery(node)]
    imported = [alias for node in statements if not isinstance(node.names, cst.ImportStar) for alias in node.names]
    uses = [node for node in file.all(cst.Name) if node.value == _CURRENT]
    alias = next((each for each in imported if each.name.value == _CURRENT and each.asname is None), None)
    statement = next((node for node in statements if alias and alias in node.names), None)  # type: ignore[operator]
    has_it = any(each.name.value == _SHARED and each.asname is None for each in imported)
    if has_it or alias is None or statement is None or factory.value not in uses:
        (shared,), changes = imported_at_top(file, f"celery.{_SHARED}")
        yield from changes
        yield factory, shared.with_changes(lpar=factory.lpar, rpar=factory.rpar)
        return
    check_free(file, _SHARED)
    yield factory, cst.Name(_SHARED, lpar=factory.lpar, rpar=factory.rpar)
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
