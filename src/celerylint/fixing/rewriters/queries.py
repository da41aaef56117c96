"""Work with a database: tasks sent after the commit, relationships loaded with the query."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst

from celerylint.core.rewrite import CallOnCommit, LoadEagerly
from celerylint.fixing.anchors import Anchors, Change, UnfitError
from celerylint.fixing.rewriters.arguments import with_arguments
from celerylint.fixing.rewriters.needs import imported
from celerylint.fixing.rewriters.values import bare


def call_on_commit(file: Anchors, rewrite: CallOnCommit) -> Iterable[Change]:
    """`send.delay(1)` -> `transaction.on_commit(lambda: send.delay(1))`."""
    call = file.at(rewrite.call, cst.Call)
    (transaction,), changes = imported(file, "django.db.transaction")
    yield from changes
    deferred = cst.Lambda(cst.Parameters(), body=bare(call))
    on_commit = cst.Attribute(transaction, cst.Name("on_commit"))
    yield call, cst.Call(on_commit, [cst.Arg(deferred)], lpar=call.lpar, rpar=call.rpar)


def load_eagerly(file: Anchors, rewrite: LoadEagerly) -> Iterable[Change]:
    """`select(Order)` -> `select(Order).options(selectinload(Order.lines))`."""
    query = file.at(rewrite.query, cst.Call)
    model = file.expression(rewrite.model)
    (loader,), changes = imported(file, "sqlalchemy.orm.selectinload")
    source = file.module.code_for_node(bare(model))
    if not isinstance(model, (cst.Name, cst.Attribute)) or "\n" in source:
        raise UnfitError("the model is no plain name")
    yield from changes
    loaded = f"{file.module.code_for_node(loader)}({source}.{rewrite.attribute})"
    if isinstance(query.func, cst.Attribute) and query.func.attr.value in ("get", "get_one"):
        if any(arg.keyword and arg.keyword.value == "options" for arg in query.args):
            raise UnfitError("the call has an argument `options` already")
        yield query, with_arguments(query, [("options", f"[{loaded}]")])
        return
    new = cst.Arg(cst.parse_expression(loaded))
    for call in file.all(cst.Call):
        is_next = (
            isinstance(call.func, cst.Attribute) and call.func.value is query and call.func.attr.value == "options"
        )
        if is_next and call.args and not isinstance(call.whitespace_before_args, cst.ParenthesizedWhitespace):
            first = call.args[0]
            yield first, [new.with_changes(comma=cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))), first]
            return
    options = cst.Attribute(bare(query), cst.Name("options"))
    yield query, cst.Call(options, [new], lpar=query.lpar, rpar=query.rpar)
