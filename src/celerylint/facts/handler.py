"""Handlers of task code: what they catch, and where they go on."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.exceptions import RAISED_BY_PARENT
from celerylint.celery.names import SOFT_TIME_LIMIT
from celerylint.core.lazy import lazy
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.exceptions import BROAD, listed
from celerylint.facts.loop import Loop
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.task import task_of
from celerylint.syntax.flow import block_nodes
from celerylint.syntax.index import FUNCTIONS, LOOPS
from celerylint.syntax.node import is_name, last_name, values_given
from celerylint.syntax.scopes import Scopes

EXITS = frozenset({"sys.exit", "os._exit", "builtins.exit", "builtins.quit"})
_MAY_RAISE = regex(
    r"(?i)raise|retry|replace|fail|abort|exit|quit|throw|handle|reject|ignore|skip|stop|die|bail|invalid|panic|error$|^exception$"
)
_LOGGER = regex(r"(?i)(^|_)log(s|ger|ging)?$|logger$")
_LOOKS_AT = frozenset("str repr type isinstance getattr format append add capture_exception captureException".split())
_WAITS = frozenset({"get", "wait", "join", "join_native", "collect", "maybe_throw", "iterate"})
_RUNS_IN_POOL = frozenset({"apply", "map", "starmap", "imap", "imap_unordered"})
_LOGS = frozenset("debug info warning warn error exception critical fatal log print".split())


class Handler:
    """An `except` clause of task code."""

    of = TaskCode
    words = ("except",)

    def __init__(self, code: TaskCode, node: ast.ExceptHandler, around: ast.Try) -> None:
        self.code = code
        self.module = code.module
        self.node = node
        self.around = around

    @classmethod
    def find(cls, module: Module) -> Iterable[Handler]:
        for code in module.all(TaskCode):
            for node in code.all(ast.ExceptHandler):
                yield cls(code, node, module.index.parents[node])  # type: ignore[arg-type]

    @lazy
    def span(self) -> Span:
        """The place of `except Kind as name`."""
        return self.module.source.handler_header(self.node)

    @lazy
    def kinds(self) -> list[str | None]:
        """The qualified names of what is caught; None for one that is unknown. Empty for a bare `except`."""
        return caught(self.module.scopes, self.node)

    @property
    def kind_names(self) -> list[str]:
        """The last names of what is caught, as far as it is known."""
        return [kind.rpartition(".")[2] for kind in self.kinds if kind]

    @property
    def is_broad(self) -> bool:
        """Whether Exception is caught, and with it everything that Celery raises in a task."""
        return self.node.type is None or not BROAD.isdisjoint(self.kinds)

    @property
    def takes_only_what_a_parent_makes(self) -> bool:
        """Whether it waits for nothing but what the worker's parent process makes of a killed or lost child."""
        return bool(self.kinds) and all(kind in RAISED_BY_PARENT for kind in self.kinds)

    @property
    def guards_a_result(self) -> bool:
        """Whether the `try` may wait for another task, or for a pool of its own, and be given what ended that."""
        calls = [node for node in block_nodes(self.around.body) if isinstance(node, ast.Call)]
        names = {last_name(call.func) for call in calls if not call.args}
        return bool(names & _WAITS) or any(last_name(call.func) in _RUNS_IN_POOL for call in calls)

    @property
    def leaves(self) -> bool:
        """Whether the handler raises, returns, breaks, retries or exits anywhere, so that it need not go on."""
        for node in block_nodes(self.node.body):
            if isinstance(node, (ast.Raise, ast.Return, ast.Break)):
                return True
            if isinstance(node, ast.Call) and self._never_returns(node):
                return True
        return False

    @lazy
    def goes_on(self) -> bool:
        """Whether the handler surely takes the exception: nothing in it raises, or is known or named to do so."""
        return not raises_on_purpose(self.module, self.node.body, self.node.name)

    @property
    def ends_in_raise(self) -> bool:
        """Whether the last thing that the handler does is to raise."""
        return isinstance(self.node.body[-1], ast.Raise)

    def _never_returns(self, call: ast.Call) -> bool:
        """`self.retry()` and `self.replace()` raise, and so does an exit."""
        function = call.func
        if isinstance(function, ast.Attribute) and function.attr in ("retry", "replace"):
            if any(keyword.arg in (None, "throw") for keyword in call.keywords):
                return False
            return task_of(self.module, function.value) is not None
        return self.module.scopes.qualified(function) in EXITS

    @property
    def names_soft_limit(self) -> bool:
        """Whether it names SoftTimeLimitExceeded, as Celery's or as billiard's."""
        return any("SoftTimeLimit" in name for name in self.kind_names)

    @property
    def soft_limit_is_caught_before(self) -> bool:
        """Whether an earlier handler of the same `try` takes SoftTimeLimitExceeded."""
        handlers = self.around.handlers
        for earlier in handlers[: handlers.index(self.node)]:
            kinds = caught(self.module.scopes, earlier)
            names = [kind or "" for kind in kinds] + [ast.unparse(earlier.type) if earlier.type else ""]
            if any(name in SOFT_TIME_LIMIT or "SoftTimeLimit" in name for name in names):
                return True
        return False

    @property
    def asks_for_soft_limit(self) -> bool:
        """Whether its body names SoftTimeLimitExceeded: `if isinstance(error, SoftTimeLimitExceeded): ...`."""
        return any("SoftTimeLimit" in last_name(node) for node in block_nodes(self.node.body))

    @lazy
    def loop(self) -> Loop | None:
        """The innermost statement loop of the same function that the `try` runs in once an item."""
        below: ast.AST = self.around
        for above in self.module.index.ancestors(self.around):
            if isinstance(above, FUNCTIONS):
                return None
            if isinstance(above, LOOPS) and below in above.body:
                return self.module.at(Loop, above)
            below = above
        return None

    @property
    def guards_a_call(self) -> bool:
        """Whether the `try` calls or awaits something, and so can take time and fail."""
        return any(isinstance(node, (ast.Call, ast.Await)) for node in block_nodes(self.around.body))


def caught(scopes: Scopes, handler: ast.ExceptHandler) -> list[str | None]:
    """The qualified names of what a handler catches; None for one that is unknown. Empty for a bare `except`."""
    return listed(scopes, handler.type)


def raises_on_purpose(module: Module, block: list[ast.stmt], caught_as: str | None = None) -> bool:
    """Whether statements raise somewhere, or call what may do so on purpose: an exit, a function of this file that
    raises, one whose name says so, or one that is handed the exception, by the name it was caught as."""
    for node in block_nodes(block):
        if isinstance(node, (ast.Raise, ast.Assert)):
            return True
        if isinstance(node, ast.Call) and not is_log_call(node):
            name, definition = last_name(node.func), module.scopes.definition(node.func)
            given = values_given(node)
            handed = any(is_name(argument, caught_as) for argument in given)
            if _MAY_RAISE.search(name) or (handed and name not in _LOOKS_AT):
                return True
            if definition is not None and any(isinstance(part, ast.Raise) for part in block_nodes(definition.body)):
                return True
    return False


def is_log_call(node: ast.Call) -> bool:
    """Whether a call only writes a line: `logger.error(...)`, `print(...)`; not `parser.error(...)`, which exits."""
    function = node.func
    if isinstance(function, ast.Name):
        return function.id == "print"
    if not isinstance(function, ast.Attribute) or function.attr not in _LOGS:
        return False
    receiver = function.value.func if isinstance(function.value, ast.Call) else function.value
    return _LOGGER.search(last_name(receiver)) is not None


def catches_all(scopes: Scopes, handler: ast.ExceptHandler) -> bool:
    """Whether a handler takes whatever is raised."""
    return handler.type is None or not BROAD.isdisjoint(caught(scopes, handler))


def is_log_statement(node: ast.stmt) -> bool:
    """Whether a statement only writes a line, or is a docstring."""
    value = node.value if isinstance(node, ast.Expr) else None
    return isinstance(value, ast.Constant) or (isinstance(value, ast.Call) and is_log_call(value))


def suppresses(module: Module, node: ast.With | ast.AsyncWith) -> bool:
    """Whether a `with` swallows exceptions, whichever."""
    calls = [item.context_expr for item in node.items if isinstance(item.context_expr, ast.Call)]
    return any(module.scopes.qualified(call.func) == "contextlib.suppress" for call in calls)


class Watcher:
    """What most watches of the flow have in common: handlers take what they name, `contextlib.suppress` swallows, and
    no other `with` and no condition is about the thing."""

    _module: Module

    def leave(self, node: ast.With | ast.AsyncWith, state: str) -> str:
        return state

    def assume(self, test: ast.expr, state: str) -> bool | None:
        return None

    def catches_all(self, handler: ast.ExceptHandler) -> bool:
        return catches_all(self._module.scopes, handler)

    def suppresses(self, node: ast.With | ast.AsyncWith) -> bool:
        return suppresses(self._module, node)


def is_clean_up(module: Module, node: ast.AST) -> bool:
    """Whether a node stands in a handler or a `finally`: what is done there is not expected to fail."""
    below = node
    for above in module.index.ancestors(node):
        if isinstance(above, FUNCTIONS):
            return False
        if isinstance(above, ast.ExceptHandler) or below in getattr(above, "finalbody", ()):
            return True
        below = above
    return False
