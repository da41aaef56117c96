"""Event loops that task code starts, and helpers that fall back on one."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.names import ASYNC_TO_SYNC, CURRENT_LOOP, EVENT_LOOP_RUNNERS, EVENT_LOOPS, NEW_LOOP
from celerylint.core.span import Span
from celerylint.facts.handler import Handler, caught
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.syntax.flow import block_nodes, handlers_around, is_in_lambda
from celerylint.syntax.index import descendants
from celerylint.syntax.node import callee, last_name, names_in

_LOOP_CHECKS = frozenset({"is_running", "is_closed"})
_RUNTIME_ERROR = "builtins.RuntimeError"
_THREAD_RESULTS = ("concurrent.futures.", "asyncio.run_coroutine_threadsafe(")


class LoopRun:
    """A call in task code that runs a coroutine to its end: `asyncio.run`, a loop's `run_until_complete`, or
    `async_to_sync(function)`; `function` is one of these three."""

    of = TaskCode
    words = ("asyncio", "uvloop", "async_to_sync", "AsyncToSync")

    def __init__(self, code: TaskCode, node: ast.Call, function: str) -> None:
        self.code = code
        self.module = code.module
        self.node = node
        self.function = function

    @classmethod
    def find(cls, module: Module) -> Iterable[LoopRun]:
        for code in module.all(TaskCode):
            for call in code.calls:
                function = _runner(module, call)
                if function:
                    yield cls(code, call, function)

    @property
    def is_in_runner(self) -> bool:
        """Whether the function runs what its caller hands it: by its name, or by what it is handed."""
        if self.code.is_runner:
            return True
        given = self.node.args[0] if self.node.args else None
        inner = self.module.scopes.definition(given.func) if isinstance(given, ast.Call) else None
        if isinstance(inner, ast.AsyncFunctionDef):
            awaited = [node.value for node in descendants(inner) if isinstance(node, ast.Await)]
            return any(self._is_parameter(value) for value in awaited)
        return given is not None and self._is_parameter(callee(given))

    def _is_parameter(self, node: ast.expr) -> bool:
        if not isinstance(node, ast.Name) or self.code.is_task:
            return False
        bindings = self.module.scopes.bindings(node)
        return [binding.how for binding in bindings] == ["parameter"]

    @property
    def is_in_coroutine(self) -> bool:
        """Whether a coroutine makes the call itself, so that a loop is running in its thread."""
        return self.code.is_coroutine and not is_in_lambda(self.module.index, self.node)

    @property
    def is_handed_on(self) -> bool:
        """Whether something else makes the call, perhaps in another thread: it stands in a lambda, or in a function
        that is handed to something."""
        return is_in_lambda(self.module.index, self.node) or self.code.is_handed_on

    @property
    def is_guarded(self) -> bool:
        """Whether a `try` around it expects RuntimeError, or nested loops are made possible."""
        return self.module.imports(frozenset({"nest_asyncio"})) or expects_error(self.module, self.node)

    @property
    def makes_loop(self) -> bool:
        """Whether the call runs the coroutine in a loop that is new each time."""
        if self.function != "run_until_complete":
            return True
        made = self._loop_made_here
        return made is not None and self.module.scopes.qualified(made.func) in NEW_LOOP

    @property
    def _loop_made_here(self) -> ast.Call | None:
        """The call in the function itself that gave the loop."""
        function = self.node.func
        made = self.module.scopes.assigned(function.value) if isinstance(function, ast.Attribute) else None
        is_here = isinstance(made, ast.Call) and self.module.index.enclosing_function(made) is not None
        return made if is_here else None  # type: ignore[return-value]

    @property
    def keeps_loop(self) -> bool:
        """Whether the loop is one that is kept from run to run: in the module, or in an attribute."""
        function = self.node.func
        loop = function.value if isinstance(function, ast.Attribute) and self.function == "run_until_complete" else None
        if isinstance(loop, ast.Name):
            return self.module.scopes.scope_of(loop, loop.id) is self.module.index.tree
        return isinstance(loop, ast.Attribute)

    @property
    def uses_current_loop(self) -> bool:
        """Whether the loop is the one that `get_event_loop()` gives in the function, whether there is one or not."""
        return self.current_loop is not None

    @cached_property
    def current_loop(self) -> ast.Call | None:
        """The call of `get_event_loop()` in the function that gives the loop, whether there is one or not."""
        made = self._loop_made_here if self.function == "run_until_complete" else None
        is_current = made is not None and self.module.scopes.qualified(made.func) in CURRENT_LOOP
        return made if is_current and not self._checks_loop else None

    @property
    def _checks_loop(self) -> bool:
        """Whether the function asks the loop for its state, or the file sets the loop of the thread."""
        called = (call.func.attr for call in self.code.calls if isinstance(call.func, ast.Attribute))
        return not _LOOP_CHECKS.isdisjoint(called) or "set_event_loop" in self.module.source.text

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)


def expects_error(module: Module, node: ast.AST) -> bool:
    """Whether a `try` around a node catches RuntimeError."""
    return any(_RUNTIME_ERROR in caught(module.scopes, handler) for handler in handlers_around(module.index, node))


class CurrentLoop:
    """A call of `asyncio.get_event_loop()` in a plain function of task code, where there may be no loop to give."""

    of = TaskCode
    words = ("get_event_loop",)

    def __init__(self, code: TaskCode, node: ast.Call) -> None:
        self.code = code
        self.module = code.module
        self.node = node

    @classmethod
    def find(cls, module: Module) -> Iterable[CurrentLoop]:
        for code in module.all(TaskCode):
            for call in () if code.is_coroutine else code.calls:
                if last_name(call.func) == "get_event_loop" and module.scopes.qualified(call.func) in CURRENT_LOOP:
                    yield cls(code, call)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def is_guarded(self) -> bool:
        """Whether the code is ready for there being none, or sets the loop of the thread."""
        return "set_event_loop" in self.module.source.text or expects_error(self.module, self.node)

    @property
    def runs_coroutine(self) -> bool:
        """Whether the loop is only asked to run a coroutine to its end."""
        return any(run.current_loop is self.node for run in self.module.all(LoopRun))

    @property
    def may_be_in_running_loop(self) -> bool:
        """Whether a coroutine of the file reaches the function, or the call stands in a lambda."""
        if any(isinstance(above, ast.Lambda) for above in self.module.index.ancestors(self.node)):
            return True
        reached = {code.node: code for code in self.module.all(TaskCode)}
        waiting = [code for code in reached.values() if code.is_coroutine]
        seen = set(waiting)
        while waiting:
            named = (reached.get(function) for function in waiting.pop().named_functions)
            new = {code for code in named if code} - seen
            seen |= new
            waiting += new
        return self.code in seen


def _runner(module: Module, call: ast.Call) -> str | None:
    """What runs a coroutine in a call, if something does."""
    called = call.func
    if isinstance(called, ast.Call):
        return "async_to_sync" if module.scopes.qualified(called.func) in ASYNC_TO_SYNC else None
    if isinstance(called, ast.Attribute) and called.attr == "run_until_complete":
        return "run_until_complete" if _is_loop(module, called.value) else None
    if isinstance(called, ast.Name) or (isinstance(called, ast.Attribute) and called.attr == "run"):
        return "asyncio.run" if module.scopes.qualified(called) in EVENT_LOOP_RUNNERS else None
    return None


def _is_loop(module: Module, node: ast.expr) -> bool:
    """Whether an expression is an event loop, whichever of several."""
    names = [module.scopes.qualified(node)]
    if isinstance(node, ast.Name) and names == [None]:
        values = [binding.node for binding in module.scopes.bindings(node) if binding.how == "value"]
        names = [module.scopes.qualified(value) for value in values]
    return bool(names) and all(name is not None and name.removesuffix("()") in EVENT_LOOPS for name in names)


class LoopFallback:
    """A handler of task code that runs a coroutine since there seemed to be no loop, of a `try` that runs it too."""

    of = LoopRun
    words = ("RuntimeError", "Exception", "BaseException", "except")

    def __init__(self, handler: Handler, run: LoopRun) -> None:
        self.handler = handler
        self.node = handler.node
        self._run = run

    @classmethod
    def find(cls, module: Module) -> Iterable[LoopFallback]:
        for handler in module.all(Handler):
            if not handler.is_broad and _RUNTIME_ERROR not in handler.kinds:
                continue
            inside = list(block_nodes(handler.node.body))
            runs = [run for run in (module.at(LoopRun, node) for node in inside) if run]
            if runs and not _tells_apart(handler, inside) and cls._runs_before(handler, runs[-1]):
                yield cls(handler, runs[-1])

    @staticmethod
    def _runs_before(handler: Handler, run: LoopRun) -> bool:
        """Whether the `try` runs the same coroutine, and waits for its end."""
        module, body = handler.module, handler.around.body
        if not run.node.args:
            return False
        given = ast.dump(run.node.args[0])
        same = any(ast.dump(node) == given for part in body for node in descendants(part))
        return same and any(_waits(module, node) for node in block_nodes(body))

    @property
    def span(self) -> Span:
        return self.handler.span

    @property
    def runs_it_again(self) -> bool:
        """Whether a new coroutine is made in the handler; one that was awaited before cannot be awaited again."""
        return isinstance(self._run.node.args[0], ast.Call)


def _tells_apart(handler: Handler, inside: list[ast.AST]) -> bool:
    """Whether a handler raises, or looks at the error before it goes on."""
    tests = [node.test for node in inside if isinstance(node, ast.If)]
    named = list(names_in(*tests))
    return any(isinstance(node, ast.Raise) for node in inside) or any(part.id == handler.node.name for part in named)


def _waits(module: Module, node: ast.AST) -> bool:
    if module.at(LoopRun, node) is not None:
        return True
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "result":
        return (module.scopes.qualified(node.func.value) or "").startswith(_THREAD_RESULTS)
    return False
