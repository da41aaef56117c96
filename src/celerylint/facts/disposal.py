"""Disposals of engines in task code."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise

from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.handler import suppresses
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.session import is_session_name
from celerylint.facts.session_opening import ENGINES, SessionOpening, source_of
from celerylint.syntax.index import FUNCTIONS, TRIES, descendants
from celerylint.syntax.node import WITHS, last_name

_ENGINE = regex(r"(^|[._])engine$")
_HELPER = regex(r"dispose\w*_(engines?|db|database|pool|connections?)$|(engines?|db|database|pool)_dispose$")


class Disposal:
    """A call in task code that disposes of an engine: `await engine.dispose()`, or `await dispose_reports_engine()` of
    a module that cannot be seen."""

    of = TaskCode
    words = ("*dispose*",)

    def __init__(self, code: TaskCode, node: ast.Call, engine: ast.expr) -> None:
        self.code = code
        self.module = code.module
        self.node = node
        self.text = ast.unparse(node)
        self._engine = engine

    @classmethod
    def find(cls, module: Module) -> Iterable[Disposal]:
        for code in module.all(TaskCode):
            for call in code.calls:
                engine = disposed_engine(module, call)
                if engine is not None:
                    yield cls(code, call, engine)

    @cached_property
    def span(self) -> Span:
        """The place of the call."""
        return self.module.span(self.node)

    @cached_property
    def source(self) -> object:
        """What the engine comes from, which its sessions come from as well; None if that is not known."""
        return source_of(self.module, self._engine)

    @cached_property
    def clean_up(self) -> ast.Try | None:
        """The innermost `try` of the function in whose `finally` the call stands."""
        below: ast.AST = self.node
        for above in self.module.index.ancestors(self.node):
            if isinstance(above, FUNCTIONS):
                return None
            if isinstance(above, TRIES) and below in above.finalbody:  # type: ignore[attr-defined]
                return above  # type: ignore[return-value]
            below = above
        return None

    def skips(self, later: Disposal) -> bool:
        """Whether a later one of the same `finally` is not reached if this one fails: nothing between takes its
        exception, and the two are neither in different branches nor in one expression."""
        index = self.module.index
        if index.statement(self.node) is index.statement(later.node):
            return False
        others = set(index.ancestors(later.node))
        below: ast.AST = self.node
        for above in index.ancestors(self.node):
            if above is self.clean_up:
                return True
            is_taken = isinstance(above, TRIES) and below in above.body  # type: ignore[attr-defined]
            if is_taken and (above.handlers or above in others):  # type: ignore[attr-defined]
                return False
            if isinstance(above, WITHS) and suppresses(self.module, above):
                return False
            if isinstance(above, ast.If) and above in others and not _same_branch(above, below, others):
                return False
            below = above
        return False


class CleanUp:
    """A `finally` that disposes of several engines, one after the other."""

    of = Disposal
    words = ("finally",)

    def __init__(self, node: ast.Try, disposals: list[Disposal]) -> None:
        self.module = disposals[0].module
        self.node = node
        self.disposals = disposals
        self.span = disposals[0].span

    @classmethod
    def find(cls, module: Module) -> Iterable[CleanUp]:
        together: dict[ast.Try, list[Disposal]] = {}
        for disposal in module.all(Disposal):
            if disposal.clean_up:
                together.setdefault(disposal.clean_up, []).append(disposal)
        for node, disposals in together.items():
            if len(disposals) > 1:
                yield cls(node, disposals)

    @property
    def unguarded(self) -> Iterator[tuple[Disposal, Disposal]]:
        """The disposals whose failure skips another, and the next one that each skips."""
        for position, disposal in enumerate(self.disposals):
            skipped = next((later for later in self.disposals[position + 1 :] if disposal.skips(later)), None)
            if skipped:
                yield disposal, skipped

    @property
    def misplaced(self) -> tuple[Disposal, Disposal] | None:
        """The first disposal that comes before one of an engine whose session was opened later, and that one."""
        code = self.disposals[0].code
        openings = (self.module.at(SessionOpening, call) for call in code.calls)
        opened = [each.source for each in openings if each]
        known = [each for each in self.disposals if each.source is not None and each.source in opened]
        for earlier, later in pairwise(known):
            if opened.index(earlier.source) < opened.index(later.source):
                return earlier, later
        return None


def disposed_engine(module: Module, call: ast.Call) -> ast.expr | None:
    """The engine that a call disposes of, or the function that knows it; None if it does not, or that is not known."""
    name = last_name(call.func)
    if name == "dispose" and isinstance(call.func, ast.Attribute):
        engine = call.func.value
        if isinstance(engine, ast.Attribute) and engine.attr == "sync_engine":
            engine = engine.value
        return engine if is_engine(module, engine) else None
    if "dispose" in name and _HELPER.search(name) and not module.scopes.definition(call.func):
        return call.func if module.scopes.qualified(call.func) else None
    return None


def is_engine(module: Module, node: ast.expr) -> bool:
    """Whether an expression is an engine: made in this file, given by a maker of sessions, or imported by that name."""
    qualified = module.scopes.qualified(node)
    if qualified is None:
        bindings = module.scopes.bindings(node) if isinstance(node, ast.Name) else []
        return [(each.how, each.position) for each in bindings] == [("unpack", 1)] and is_session_name(
            module, module.scopes.qualified(bindings[0].node)
        )
    called = qualified.removesuffix("()")
    if called in ENGINES:
        return qualified != called
    return not qualified.startswith((":", "builtins.")) and "(" not in called and bool(_ENGINE.search(called))


def _same_branch(node: ast.If, below: ast.AST, others: set[ast.AST]) -> bool:
    """Whether what holds `below` in an `if` also holds one of the other nodes."""
    branch = node.body if below in node.body else node.orelse
    return any(part in others or not others.isdisjoint(descendants(part)) for part in branch)
