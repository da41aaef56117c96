"""The life of a session in a function: in which states each way out leaves it (`syntax/flow.py`)."""

from __future__ import annotations

import ast

from celerylint.celery.databases import BEGINNING_METHODS, CLOSING_METHODS, ENDING_METHODS
from celerylint.core.regex import regex
from celerylint.facts.evaluated import evaluated
from celerylint.facts.handler import Watcher, is_clean_up
from celerylint.facts.module import Module
from celerylint.facts.parameters import Parameters
from celerylint.facts.project import done_elsewhere
from celerylint.syntax.index import FUNCTIONS, descendants
from celerylint.syntax.node import is_name, last_name, may_raise, names_in, subtree

_CLOSING_HELPER = regex(
    r"(?i)clos(e|ing)|clean_?up|release|dispose|tear_?down|remove|finish|enter_(async_)?context|^push|callback|register"
)
_STORING = frozenset("append appendleft add put put_nowait insert setdefault push".split())


class SessionLife(Watcher):
    """The life of a session: unopened, idle (no connection), busy (one is out), closed or in other hands, lost.

    `quiet` are its methods and attributes that use no connection.
    """

    def __init__(
        self, module: Module, name: str, opening: ast.Call, is_connection: bool, quiet: frozenset[str]
    ) -> None:
        self._module = module
        self._name = name
        self._opening = opening
        self._is_connection = is_connection
        self._quiet = quiet

    def step(self, node: ast.AST, state: str) -> tuple[str, str | None]:
        seen = evaluated(self._module, node)
        is_definition = isinstance(node, (*FUNCTIONS, ast.ClassDef))
        is_done = "remove" not in seen.attributes or state in ("unopened", "closed", "lost")
        if is_done and not is_definition and self._opening not in seen.calls and self._name not in seen.names:
            return state, state if seen.may_fail else None
        parts = seen.parts
        if self._opening in seen.calls:
            started = "busy" if self._is_connection else "idle"
            return ("lost" if state == "busy" else started), None
        if self._is_rebound(parts):
            return ("lost" if state == "busy" else "unopened"), None
        mentions = [part for part in parts if is_name(part, self._name)]
        if is_definition:
            mentions = [part for part in names_in(node) if part.id == self._name]
            return ("closed" if mentions and any(map(self._closes, mentions)) else state), None
        tidying = is_clean_up(self._module, node)
        fails = state if not tidying and may_raise(parts) else None
        if state in ("unopened", "closed", "lost"):
            return state, fails
        if any(self._removes_registry(part) for part in parts):
            return "closed", "closed"
        if any(self._closes(name) or self._escapes(name) for name in mentions):
            return "closed", "closed"
        if not mentions or not any(isinstance(part, (ast.Call, ast.Await)) for part in parts):  # `if session:`
            return state, (fails if not mentions else None)
        return self._used(mentions, state, fails, tidying)

    def _used(self, mentions: list[ast.Name], state: str, fails: str | None, tidying: bool) -> tuple[str, str | None]:
        if not self._is_connection and all(self._calls(name, ENDING_METHODS) for name in mentions):
            return "idle", "idle"
        if all(self._calls(name, self._quiet) for name in mentions):
            return state, None
        if all(self._calls(name, BEGINNING_METHODS) for name in mentions):
            return "busy", None
        if all(self._is_kept(name) for name in mentions):
            return state, fails
        if tidying:  # whatever a clean-up hands the session to is taken for what closes it
            handed = any(self._attribute(name) is None for name in mentions)
            return ("closed" if handed else "busy"), None
        return "busy", "busy"

    def _removes_registry(self, node: ast.AST) -> bool:
        """`Session.remove()`, where the session came from calling the registry `Session`."""
        if not (isinstance(node, ast.Attribute) and node.attr == "remove"):
            return False
        return f"{self._module.scopes.qualified(node.value)}()" == self._module.scopes.qualified(self._opening)

    def _is_session(self, node: ast.expr) -> bool:
        return is_name(node, self._name)

    def _is_rebound(self, parts: list[ast.AST]) -> bool:
        return any(
            isinstance(part, ast.Name) and part.id == self._name and isinstance(part.ctx, ast.Store) for part in parts
        )

    def _attribute(self, name: ast.Name) -> ast.Attribute | None:
        parent = self._module.index.parents[name]
        return parent if isinstance(parent, ast.Attribute) else None

    def _closes(self, name: ast.Name) -> bool:
        """`session.close()`, `stack.callback(session.close)`, `close_session(session)`, `opened.append(session)`."""
        attribute = self._attribute(name)
        if attribute is not None:
            return attribute.attr in CLOSING_METHODS
        call = self._module.index.parents[name]
        if isinstance(call, ast.keyword):
            call = self._module.index.parents[call]
        if not isinstance(call, ast.Call):
            return False
        called = last_name(call.func)
        return called in _STORING or bool(_CLOSING_HELPER.search(called)) or self._closes_argument(call, name)

    def _closes_argument(self, call: ast.Call, name: ast.Name) -> bool:
        """Whether a function of the project closes the argument it is given."""
        function = self._module.scopes.definition(call.func)
        if not isinstance(function, FUNCTIONS):
            return not CLOSING_METHODS.isdisjoint(done_elsewhere(self._module, call, name))
        names = {keyword.arg for keyword in call.keywords if keyword.value is name}
        if name in call.args:
            position = call.args.index(name) + isinstance(self._module.index.parents[function], ast.ClassDef)
            names |= set(Parameters.of(function).positional[position : position + 1])
        return any(
            isinstance(node, ast.Attribute)
            and node.attr in CLOSING_METHODS
            and isinstance(node.value, ast.Name)
            and node.value.id in names
            for node in descendants(function)
        )

    def _calls(self, name: ast.Name, methods: frozenset[str]) -> bool:
        attribute = self._attribute(name)
        return attribute is not None and attribute.attr in methods

    def _is_kept(self, name: ast.Name) -> bool:
        """Whether the session is given to an object that is made, which asks the database nothing."""
        call = self._module.index.parents[name]
        call = self._module.index.parents[call] if isinstance(call, ast.keyword) else call
        return isinstance(call, ast.Call) and call.func is not name and is_made(call)

    def _escapes(self, name: ast.Name) -> bool:
        """Whether the session itself goes to another owner: returned, yielded, stored, put into something."""
        parent = self._module.index.parents[name]
        while isinstance(parent, (ast.Tuple, ast.List, ast.Dict, ast.Set, ast.IfExp, ast.BoolOp, ast.Starred)):
            parent = self._module.index.parents[parent]
        if isinstance(parent, (ast.Assign, ast.AnnAssign, ast.NamedExpr)):
            return parent.value is not None and name in subtree(parent.value)
        return isinstance(parent, (ast.Return, ast.Yield, ast.YieldFrom))

    def leave(self, node: ast.With | ast.AsyncWith, state: str) -> str:
        for item in node.items:
            manager = item.context_expr
            called = manager if isinstance(manager, ast.Call) else None
            if any(map(self._is_session, [manager, *(called.args if called else ())])):
                return "closed"
            function = called.func if called else None
            if isinstance(function, ast.Attribute) and function.attr == "begin" and self._is_session(function.value):
                return "idle" if state == "busy" else state
        return state

    def assume(self, test: ast.expr, state: str) -> bool | None:
        opened = state != "unopened"
        if self._is_session(test):
            return opened
        if isinstance(test, ast.Compare) and len(test.ops) == 1:
            operator, sides = test.ops[0], [test.left, test.comparators[0]]
            is_named = any(isinstance(side, ast.Constant) and side.value == self._name for side in sides)
            is_none = any(map(self._is_session, sides)) and any(getattr(side, "value", 0) is None for side in sides)
            if is_none and isinstance(operator, (ast.Is, ast.Eq)):
                return not opened
            if (is_none and isinstance(operator, (ast.IsNot, ast.NotEq))) or (
                is_named and isinstance(operator, ast.In)
            ):
                return opened
        if isinstance(test, (ast.Attribute, ast.Call)) and state == "busy":
            asked = test.func if isinstance(test, ast.Call) else test
            if isinstance(asked, ast.Attribute) and asked.attr in ("is_active", "in_transaction"):
                return self._is_session(asked.value) or None
            if isinstance(asked, ast.Attribute) and asked.attr in ("closed", "is_closed"):
                return False if self._is_session(asked.value) else None
        return None


def is_made(call: ast.Call) -> bool:
    """Whether a call makes an object, by the spelling of classes: `OrderReport(session)`."""
    made = last_name(call.func)
    return made[:1].isupper() and not made.isupper()
