"""Calls of functions of other files that run an event loop."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property, lru_cache

from celerylint.core.regex import regex
from celerylint.core.settings import matches_any
from celerylint.core.span import Span
from celerylint.facts.effects import Effects
from celerylint.facts.module import Module
from celerylint.facts.reach import HandedFunction, TaskCode
from celerylint.syntax.node import last_name

_NAME = regex(r"(?i)sync|loop|corou|await|^_*run")
_LOOP_CHECKS = frozenset({"is_running", "is_closed", "new_event_loop"})


class LoopHelper:
    """A call in the plain task code of a function of another file, by a name that tells of it, which may run an event
    loop in the thread that calls it. `name` is what the function is called by."""

    of = TaskCode
    words = ("*sync*", "*loop*", "*Loop*", "*corou*", "*await*", "*run*")

    def __init__(self, code: TaskCode, node: ast.Call, effects: Effects) -> None:
        self.code = code
        self.module = code.module
        self.node = node
        self.name = last_name(node.func)
        self._effects = effects

    @classmethod
    def find(cls, module: Module) -> Iterable[LoopHelper]:
        codes = [code for code in module.all(TaskCode) if not code.is_coroutine]
        names = set(filter(_tells_of_loop, module.index.names_called()))
        for code in codes if names else ():
            for call in code.calls:
                if last_name(call.func) in names:
                    effects = module.project.effects(module.scopes.qualified(call.func) or "")
                    if effects and effects.is_plain and not effects.is_coroutine:
                        yield cls(code, call, effects)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def function(self) -> str | None:
        """What runs an event loop, if something does."""
        return self._effects.loop_runs[0].function if self._effects.loop_runs else None

    @property
    def is_handed_on(self) -> bool:
        """Whether something else makes the call, perhaps in another thread."""
        inside = any(isinstance(above, ast.Lambda) for above in self.module.index.ancestors(self.node))
        return inside or self.module.at(HandedFunction, self.code.node) is not None

    @property
    def knows_pools(self) -> bool:
        """Whether a file that has a part in it knows of green threads, or makes nested loops possible."""
        return self._effects.imports(frozenset({"gevent", "eventlet", "nest_asyncio"}))

    @property
    def uses_current_loop(self) -> bool:
        """Whether the loop is the one that `get_event_loop()` gives, whether there is one or not, each time."""
        return self._effects.runs_current_loop and _LOOP_CHECKS.isdisjoint(
            name.rpartition(".")[2] for name in self._effects.names
        )

    @property
    def is_runner(self) -> bool:
        """Whether the function runs what it is handed, as a runner of the project does, or is called like one."""
        own = any(run.function == "asyncio.run" and run.is_own for run in self._effects.loop_runs)
        return not own or matches_any(self.name, self.module.settings.async_runners)


@lru_cache(maxsize=2048)
def _tells_of_loop(name: str) -> bool:
    return _NAME.search(name) is not None
