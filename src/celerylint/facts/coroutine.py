"""Coroutines that task code makes, and what becomes of them."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.names import COROUTINE_FUNCTIONS, PLAIN_FUNCTIONS
from celerylint.core.span import Span
from celerylint.facts.async_runner import runner_at_hand
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.syntax.node import last_name, last_names, names_in

_METHODS = frozenset({"send", "throw", "close", "cr_await", "cr_code", "cr_frame", "cr_origin", "cr_running"})
_OF_ASYNCIO = last_names(COROUTINE_FUNCTIONS)
_HARMLESS = frozenset({"builtins.staticmethod", "builtins.classmethod"})


class Coroutine:
    """A call in task code that only makes a coroutine: of an `async def` of this file, or of a function of asyncio.

    `function` is the source text of what is called.
    """

    of = TaskCode
    words: tuple[str, ...] = ("async", "asyncio")

    def __init__(self, code: TaskCode, node: ast.Call) -> None:
        self.code = code
        self.module = code.module
        self.node = node
        self.function = ast.unparse(node.func)

    @classmethod
    def find(cls, module: Module) -> Iterable[Coroutine]:
        names = module.scopes.defining_names | _OF_ASYNCIO if module.all(TaskCode) else frozenset()
        for code in module.all(TaskCode):
            for call in code.calls:
                called = call.func
                name = last_name(called)
                if name in names and _makes_coroutine(module, called):
                    yield cls(code, call)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @cached_property
    def is_dropped(self) -> bool:
        """Whether nothing is done with the coroutine: the call stands alone, or its value is never looked at."""
        return isinstance(self._parent(self.node), ast.Expr) or self._uses == []

    @cached_property
    def is_read(self) -> bool:
        """Whether the coroutine is used as if it were what it will give: an attribute or item of it, in a test, a loop
        or a `with`."""
        return self._reads(self.node) or (bool(self._uses) and all(map(self._reads, self._uses or [])))

    @property
    def plain(self) -> str | None:
        """The function that does the same in a plain `def`, if there is one."""
        return PLAIN_FUNCTIONS.get(self.module.scopes.qualified(self.node.func) or "")

    @property
    def runner(self) -> str | None:
        """The project's runner of coroutines, if the file has one at hand."""
        return runner_at_hand(self.module)

    @property
    def is_returned_by_task(self) -> bool:
        """Whether the coroutine becomes the result of a task that nothing awaits."""
        returned = isinstance(self._parent(self.node), ast.Return) and not self.code.is_coroutine
        own = [task for task in self.code.tasks if task.node is self.code.node]
        return returned and bool(own) and not any(task.may_be_awaited for task in own)

    def _parent(self, node: ast.AST) -> ast.AST:
        return self.module.index.parents[node]

    @cached_property
    def _uses(self) -> list[ast.Name] | None:
        """Where the one local name that the coroutine is bound to is used; None without such a name."""
        holder = self._parent(self.node)
        target = holder.targets[0] if isinstance(holder, ast.Assign) and len(holder.targets) == 1 else None
        target = holder.target if isinstance(holder, ast.AnnAssign) else target
        if not isinstance(target, ast.Name) or self._parent(holder) is self.module.source.tree:
            return None
        bindings = self.module.scopes.locals(self.code.node).get(target.id, ())
        if [binding.node for binding in bindings] != [self.node]:
            return None
        names = [node for node in names_in(self.code.node) if node.id == target.id]
        return [name for name in names if isinstance(name.ctx, ast.Load)]

    def _reads(self, node: ast.AST) -> bool:
        parent = self._parent(node)
        if isinstance(parent, ast.Attribute):
            return parent.attr not in _METHODS and not parent.attr.startswith("__")
        if isinstance(parent, (ast.Subscript, ast.YieldFrom)):
            return parent.value is node
        if isinstance(parent, (ast.If, ast.While, ast.IfExp)):
            return parent.test is node
        if isinstance(parent, (ast.For, ast.AsyncFor, ast.comprehension)):
            return parent.iter is node
        if isinstance(parent, ast.withitem):
            return True
        if isinstance(parent, ast.UnaryOp):
            return isinstance(parent.op, ast.Not)
        return isinstance(parent, ast.BinOp) or (
            isinstance(parent, ast.Compare) and not isinstance(parent.ops[0], (ast.Is, ast.IsNot))
        )


def _makes_coroutine(module: Module, called: ast.expr) -> bool:
    qualified = module.scopes.qualified(called)
    if qualified in COROUTINE_FUNCTIONS:
        return not isinstance(module.scopes.assigned(called), ast.Call)
    function = module.scopes.defined(qualified)
    if not isinstance(function, ast.AsyncFunctionDef) or module.index.yields(function):
        return False
    return all(module.scopes.qualified(decorator) in _HARMLESS for decorator in function.decorator_list)
