"""Calls that are handed to another function, or to which another one answers."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst

from celerylint.core.rewrite import CallInstead, RunCall, UseNullPool
from celerylint.fixing.anchors import Anchors, Change
from celerylint.fixing.rewriters.arguments import with_arguments
from celerylint.fixing.rewriters.needs import imported

_POOL = "sqlalchemy.pool.NullPool"


def run_call(file: Anchors, rewrite: RunCall) -> Iterable[Change]:
    """`send(1)` -> `asyncio.run(send(1))`, or by the runner that the file has."""
    call = file.at(rewrite.call, cst.Call)
    if rewrite.runner:
        runner: cst.BaseExpression = cst.parse_expression(rewrite.runner)
    else:
        (runner,), changes = imported(file, "asyncio.run")
        yield from changes
    yield call, cst.Call(runner, [cst.Arg(call.with_changes(lpar=[], rpar=[]))], lpar=call.lpar, rpar=call.rpar)


def call_instead(file: Anchors, rewrite: CallInstead) -> Iterable[Change]:
    """`asyncio.sleep(1)` -> `time.sleep(1)`."""
    call = file.at(rewrite.call, cst.Call)
    (function,), changes = imported(file, rewrite.function)
    yield from changes
    yield call.func, function.with_changes(lpar=call.func.lpar, rpar=call.func.rpar)


def use_null_pool(file: Anchors, rewrite: UseNullPool) -> Iterable[Change]:
    """`create_engine(url)` -> `create_engine(url, poolclass=NullPool)`."""
    call = file.at(rewrite.call, cst.Call)
    (pool,), changes = imported(file, _POOL)
    yield from changes
    yield call, with_arguments(call, [("poolclass", file.module.code_for_node(pool))])
