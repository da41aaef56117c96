"""Disposals of async engines outside the run of the event loop that used them."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.settings import matches_any
from celerylint.core.span import Span
from celerylint.facts.disposal import Disposal, is_engine
from celerylint.facts.event_loop import LoopRun
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.session_call import SessionCall
from celerylint.facts.session_opening import SessionOpening
from celerylint.syntax.node import callee, is_none, keyword_value, last_name


class LateDisposal:
    """A disposal of an async engine by a plain function that runs the work in another run of an event loop: in one of
    its own (`run_async(engine.dispose())`), or in none (`engine.sync_engine.dispose()`)."""

    of = Disposal

    def __init__(self, module: Module, node: ast.expr) -> None:
        self.module = module
        self.node = node

    @classmethod
    def find(cls, module: Module) -> Iterable[LateDisposal]:
        for code in module.all(TaskCode):
            runs = [] if code.is_coroutine else [call for call in code.calls if runs_loop(module, call)]
            given = [_given(call) for call in runs]
            disposals = [node for node in given if node is not None and _disposes(module, node)]
            if len(disposals) < len(runs):
                yield from (cls(module, node) for node in disposals)
                yield from (cls(module, call) for call in code.calls if module.at(Disposal, call) and _is_plain(call))

    @cached_property
    def span(self) -> Span:
        """The place of the disposal."""
        return self.module.span(self.node)


def runs_loop(module: Module, call: ast.Call) -> bool:
    """Whether a call runs a coroutine in a run of an event loop of its own: by `asyncio.run`, `async_to_sync`, or a
    runner of the project, which if it is in this file has to be seen to do so, and not to keep one loop."""
    run = module.at(LoopRun, call)
    if run:
        return run.function != "run_until_complete"
    if not matches_any(last_name(call.func), module.settings.async_runners) or not module.scopes.qualified(call.func):
        return False
    runner = module.scopes.definition(call.func)
    code = module.at(TaskCode, runner)
    runs = [run for run in (module.at(LoopRun, each) for each in code.calls) if run] if code else []
    return runner is None or (bool(runs) and not any(run.keeps_loop for run in runs))


def _given(call: ast.Call) -> ast.expr | None:
    """What a run is given: a coroutine, or the function that makes one."""
    holder = call.func if isinstance(call.func, ast.Call) else call
    return holder.args[0] if holder.args else None


def _disposes(module: Module, node: ast.expr) -> bool:
    """Whether what is run does nothing with the database but dispose of an engine."""
    if module.at(Disposal, node):
        return True
    if isinstance(node, ast.Attribute):
        return node.attr == "dispose" and is_engine(module, node.value)
    function = module.scopes.definition(callee(node))
    code = module.at(TaskCode, function)
    if code is None or not code.is_coroutine:
        return False
    if any(module.at(SessionOpening, call) or module.at(SessionCall, call) for call in code.calls):
        return False
    return any(module.at(Disposal, call) for call in code.calls)


def _is_plain(call: ast.Call) -> bool:
    """Whether a call is `engine.sync_engine.dispose()`; with `close=False` it only forgets the connections."""
    function = call.func.value if isinstance(call.func, ast.Attribute) else call.func
    is_sync = isinstance(function, ast.Attribute) and function.attr == "sync_engine"
    return is_sync and not call.args and is_none(keyword_value(call, "close") or ast.Constant(None))
