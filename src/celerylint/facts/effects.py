"""What the functions of a project do, through all that they call.

What nobody can follow does nothing that is known, and may do anything.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from celerylint.celery.calls import SENDING_NOW
from celerylint.celery.databases import CLOSING_METHODS, ENDING_METHODS
from celerylint.celery.names import ASYNC_TO_SYNC, CURRENT_LOOP, EVENT_LOOP_RUNNERS, EVENT_LOOPS
from celerylint.celery.transactions import ON_COMMIT
from celerylint.core.lazy import lazy
from celerylint.facts.function_summary import ALWAYS, CALL, QUERY, SHARED, USE, Step, Summary
from celerylint.facts.module import Module
from celerylint.facts.parameters import Parameters
from celerylint.facts.project import ANYTHING
from celerylint.facts.session import is_session_name
from celerylint.syntax.index import FUNCTIONS, TRIES, Function

_MAX_DEPTH = 8
_MOST = 200
_PLAIN = frozenset({"builtins.staticmethod", "builtins.classmethod"})
_TRANSACTIONS = ENDING_METHODS | {"atomic", "begin", "begin_nested"}
_HANDLING = frozenset({"suppress", "get_running_loop", "_get_running_loop", "current_task"})
"""What tells whether a loop is running, or expects errors, without an `except`."""
_MANAGERS = frozenset({"contextlib.contextmanager", "contextlib.asynccontextmanager"})


class Asked(NamedTuple):
    """A query that a function makes each time it is called. `session` is the parameter that has to be a session for
    it, empty if it is known to be one; `given` are the parameters that it depends on."""

    session: str
    given: frozenset[str]


class LoopRunAway(NamedTuple):
    """An event loop that a function runs by `asyncio.run`, `run_until_complete` or `async_to_sync`. `is_current` means
    the loop that `get_event_loop()` gives, `is_own` that no parameter seems to be what is run, `is_sure` that it
    happens each time."""

    function: str
    is_current: bool
    is_own: bool
    is_sure: bool


class Effects:
    """What a function of the project does: `summary` is what it does itself."""

    def __init__(self, module: Module, node: Function, summary: Summary) -> None:
        self._project = module.project
        self._module = module
        self._node = node
        self._summary = summary
        self._asked_within: dict[int, tuple[Asked, ...]] = {}

    @property
    def is_plain(self) -> bool:
        """Whether a call of the function runs its body each time, as far as decorators say."""
        return self._decorators <= _PLAIN

    @lazy
    def _decorators(self) -> set[str | None]:
        return {self._module.scopes.qualified(each) for each in self._node.decorator_list}

    @property
    def is_coroutine(self) -> bool:
        """Whether the function is an `async def`."""
        return isinstance(self._node, ast.AsyncFunctionDef)

    def parameter_at(self, key: str) -> str | None:
        """The parameter that an argument reaches, which is given at a place or by a name."""
        positional = Parameters.of(self._node).positional
        taken = {str(place): name for place, name in enumerate(positional[self._takes_owner :])}
        return taken.get(key, None if key.isdecimal() else key)

    @lazy
    def _takes_owner(self) -> bool:
        """Whether the first parameter is the object or class that the function is a method of."""
        is_method = isinstance(self._module.index.parents[self._node], ast.ClassDef)
        return is_method and "builtins.staticmethod" not in self._decorators

    def arguments(self, call: ast.Call) -> dict[str, ast.expr]:
        """What a call of the function hands to its parameters."""
        given = [(str(place), value) for place, value in enumerate(call.args)]
        given += [(keyword.arg, keyword.value) for keyword in call.keywords if keyword.arg]
        named = ((self.parameter_at(key), value) for key, value in given)
        return {name: value for name, value in named if name}

    # --- through calls

    def _meaning(self, name: str) -> str:
        """What a name in the file of the function means in the project."""
        if not name or not self._module.is_elsewhere:
            return name
        return self._project.meaning(self._module.source.path, name)

    def _called(self, name: str) -> Effects | None:
        """The function of the project that a name in the file of the function means."""
        return effects_named(self._module, self._meaning(name)) if name else None

    @property
    def reached(self) -> list[Effects]:
        """The function and all those that it may call, as far as they are known. Not kept: it would be a ring."""
        return list(self._reached(always=False))

    def _reached(self, always: bool) -> dict[Effects, None]:
        found = {self: None}
        waiting: list[Effects] = [self]
        while waiting and len(found) < _MOST:
            current = waiting.pop()
            for when, name, _ in current._summary.calls:
                other = current._called(name) if not always or when == ALWAYS else None
                if other and other not in found:
                    found[other] = None
                    waiting.append(other)
        return found

    @lazy
    def names(self) -> frozenset[str]:
        """What is called in all this, by what it means in the project, or by its path from a parameter."""
        found = set()
        for each in self.reached:
            for step in each._summary.steps:
                found |= {each._meaning(step.name), step.path} if step.kind == CALL else set()
        return frozenset(found - {"", SHARED})

    @lazy
    def loop_runs(self) -> list[LoopRunAway]:
        """The event loops that the function may run in its own thread."""
        always = self._reached(always=True)
        return [run for each in self.reached for run in each._own_runs(each in always)]

    @property
    def runs_current_loop(self) -> bool:
        """Whether it runs the loop that `get_event_loop()` gives each time."""
        runs = (run for each in self._reached(always=True) for run in each._own_runs(is_sure=True))
        return any(run.is_current and run.is_sure for run in runs)

    def _own_runs(self, is_sure: bool) -> Iterator[LoopRunAway]:
        """Those that the function runs itself; `is_sure` is whether that is called each time."""
        for call in self._summary.calls:
            runner = _runner(self._meaning(call.name))
            if runner:
                called = {step.path for step in self._summary.steps if step.kind == CALL} - {"", SHARED}
                given = self._summary.step_of(call).given
                is_own = not given and all("." in path for path in called)
                yield LoopRunAway(*runner, is_own, is_sure and call.when == ALWAYS)

    @lazy
    def loop_each_time(self) -> str | None:
        """What runs an event loop in the thread of the caller whenever the function is called, where nothing on the way
        handles errors."""
        seen: set[Effects] = set()
        waiting = [self]
        while waiting and len(seen) < _MOST:
            current = waiting.pop()
            if current in seen or not current.is_plain or current.is_coroutine or current._handles_errors:
                continue
            seen.add(current)
            for when, name, _ in current._summary.calls:
                runner = _runner(current._meaning(name)) if when == ALWAYS else None
                if runner:
                    return runner[0]
                other = current._called(name) if when == ALWAYS else None
                waiting += [other] if other else []
        return None

    @property
    def _handles_errors(self) -> bool:
        own = self._module.index.own
        if any(node.handlers for kind in TRIES for node in own(self._node, kind)):  # type: ignore[attr-defined]
            return True
        return any(_last(name) in _HANDLING for _, name, _ in self._summary.calls)

    @lazy
    def sent(self) -> tuple[str, ...]:
        """What the function, or one that it always calls itself, calls `delay`, `apply_async` or `send_task` on: names
        in the whole project. Nothing if something on the way ends a transaction, or waits for its end."""
        always = (name for when, name, _ in self._summary.calls if when == ALWAYS and self._may_send(name))
        near = (self, *filter(None, map(self._called, always)))
        names = [name for each in near for name in each._sending]
        if not names:
            return ()
        reached = self._reached(always=True)
        is_known = all(each.is_plain and not each._ends_transaction for each in reached)
        return tuple(dict.fromkeys(name.rpartition(".")[0] for name in names)) if is_known else ()

    @property
    def _ends_transaction(self) -> bool:
        """Whether the function itself ends a transaction, or waits for its end."""
        steps = (step for step in self._summary.steps if step.kind == CALL)
        called = ((self._meaning(step.name), step.path) for step in steps)
        return any(name in ON_COMMIT or _last(name or path) in _TRANSACTIONS for name, path in called)

    @property
    def _sending(self) -> list[str]:
        """The names of what sends a task among what the function calls."""
        called = [name for _, name, _ in self._summary.calls if _last(name) in SENDING_NOW]
        return [name for name in map(self._meaning, called) if _last(name) in SENDING_NOW]

    def _may_send(self, name: str) -> bool:
        """Whether a name means a function whose file has words for it: a look at the text before one at the code."""
        if not name.startswith(":") and not self._project.may_send(self._module.source.path, name):
            return False
        name = self._meaning(name)
        place = self._module.place(name)
        module = self._module if name.startswith(":") else place.module if place else None
        return module is not None and any(word in module.source.text for word in SENDING_NOW)

    def imports(self, packages: frozenset[str]) -> bool:
        """Whether a file that has a part in what the function does imports one of these root packages."""
        return any(not packages.isdisjoint(each._module.imported) for each in self.reached)

    def done_with(self, call: ast.Call, value: ast.expr, always: bool = False) -> frozenset[str]:
        """The same as `done_to`, of one of the arguments of a call of the function."""
        names = [name for name, given in self.arguments(call).items() if given is value]
        is_known = bool(names) and self._decorators <= _PLAIN | _MANAGERS
        return frozenset().union(*(self.done_to(name, always) for name in names)) if is_known else frozenset({ANYTHING})

    def done_to(self, parameter: str, always: bool = False) -> frozenset[str]:
        """The methods that may be called, and attributes that may be read, of what a parameter is given, `ANYTHING`
        among them where that goes to something unknown; or those alone that are called each time."""
        found: set[str] = set()
        seen: set[tuple[Effects, str]] = {(self, parameter)}
        waiting = list(seen)
        while waiting:
            current, name = waiting.pop()
            summary = current._summary
            steps = [*summary.steps, *summary.uses] if not always else summary.steps if current.is_plain else []
            for step in steps:
                if always and step.when != ALWAYS:
                    continue
                handed = () if always else (value for _, value in _pairs(step))
                paths = [step.path, *handed] if step.kind != QUERY else []
                found |= {path[len(name) + 1 :] for path in paths if path.startswith(f"{name}.")}
                if (step.kind == USE and step.path == name) or _ends_shared(step):
                    found.add(ANYTHING)
                for pair in current._handed(step, name):
                    if pair is None:
                        found.add(ANYTHING)
                    elif pair not in seen and len(seen) < _MOST:
                        seen.add(pair)
                        waiting.append(pair)
        return frozenset(found)

    def _handed(self, step: Step, name: str) -> Iterator[tuple[Effects, str] | None]:
        """Where a step hands on what a parameter was given: a function and its parameter; None if that is unknown."""
        for key, value in _pairs(step) if step.kind == CALL else ():
            if value == name:
                other = self._called(step.name)
                taken = other.parameter_at(key) if other else None
                yield (other, taken) if other and taken else None

    # --- queries

    @lazy
    def asked(self) -> tuple[Asked, ...]:
        """The queries that a call of the function always makes, of a session that is not the function's own."""
        return self._asked(_MAX_DEPTH)

    def _asked(self, depth: int) -> tuple[Asked, ...]:
        """Those that are made so many calls deep."""
        known = self._asked_within.get(depth)
        if known is None:
            known = self._asked_within[depth] = tuple(dict.fromkeys(self._find_asked(depth)))
        return known

    def _find_asked(self, depth: int) -> Iterator[Asked]:
        for step in self._summary.steps if self.is_plain else ():
            if step.when != ALWAYS:
                continue
            if step.kind == QUERY:
                session = self._session_of(step)
                if session is not None:
                    yield Asked(session, frozenset(step.given))
            else:
                other = self._called(step.name) if depth else None
                if other:
                    for asked in other._asked(depth - 1):
                        yield from self._handed_up(step, other, asked)

    def _session_of(self, step: Step) -> str | None:
        """The parameter that must be a session, empty if the root of a query is known to be one; None if it is none,
        or if the function opens it."""
        if not step.path:
            return None
        if is_session_name(self._module, self._meaning(step.name)) or (step.path == SHARED and not step.name):
            return ""
        first, _, attribute = step.path.partition(".")
        if attribute:
            is_own = self._takes_owner and "." not in attribute and first in Parameters.of(self._node).positional[:1]
            return "" if is_own and is_session_name(self._module, self._kept(attribute)) else None
        return None if step.name or first == SHARED else first

    def _kept(self, attribute: str) -> str | None:
        """What `__init__` of the class of a method, or of a base class, gives an attribute."""
        owner, module = self._module.index.parents[self._node], self._module
        for _ in range(_MAX_DEPTH):
            if not isinstance(owner, ast.ClassDef):
                return None
            maker = module.scopes.defined(f"{module.scopes.path(owner)}.__init__")
            for node in module.index.own(maker, ast.Assign) if isinstance(maker, FUNCTIONS) else ():
                target = node.targets[0]
                if isinstance(target, ast.Attribute) and target.attr == attribute:
                    return module.scopes.qualified(node.value)
            bases = [base for base in module.scopes.base_names(owner) if base]
            place = next(filter(None, map(module.place, bases)), None) if maker is None else None
            if place is None:
                return None
            module, owner = place
        return None

    @staticmethod
    def _handed_up(step: Step, other: Effects, asked: Asked) -> Iterator[Asked]:
        """A query of a function that is called, as one of the caller."""
        taken = {other.parameter_at(key): value for key, value in _pairs(step)}
        given = frozenset(taken[name].partition(".")[0] for name in asked.given if name in taken)
        if not asked.session:
            yield Asked("", given)
        elif asked.session in taken and "." not in taken[asked.session]:
            yield Asked(taken[asked.session], given)


def _runner(name: str) -> tuple[str, bool] | None:
    """What runs an event loop in a call of a name, if something does, and whether in the current one."""
    owner, _, method = name.rpartition(".")
    if name in EVENT_LOOP_RUNNERS:
        return "asyncio.run", False
    if method == "run_until_complete" and owner.endswith("()") and owner[:-2] in EVENT_LOOPS:
        return method, owner[:-2] in CURRENT_LOOP
    return ("async_to_sync", False) if name.endswith("()") and name[:-2] in ASYNC_TO_SYNC else None


def _last(name: str) -> str:
    return name.rpartition(".")[2]


def _ends_shared(step: Step) -> bool:
    """Whether a step ends the transaction of something that the whole module shares, which may be what is asked of."""
    return step.path == SHARED and step.name.rpartition(".")[2] in ENDING_METHODS | CLOSING_METHODS


def _pairs(step: Step) -> Iterator[tuple[str, str]]:
    """The place or name of each argument, and the path that is handed over there."""
    for each in step.given:
        key, _, value = each.partition("=")
        yield key, value


class OwnEffects:
    """What the functions of the file do that is checked. One fact a file, a memo."""

    def __init__(self) -> None:
        self.known: dict[Function, Effects] = {}

    @classmethod
    def find(cls, module: Module) -> Iterator[OwnEffects]:
        yield cls()


def effects_named(module: Module, name: str | None) -> Effects | None:
    """What the function of the project does that a qualified name in a file means."""
    if name is None or not name.startswith(":"):
        return module.project.effects(name) if name else None
    node = module.scopes.defined(name)
    if not isinstance(node, FUNCTIONS):
        return None
    (own,) = module.all(OwnEffects)
    if node not in own.known:
        own.known[node] = Effects(module, node, Summary(module, node))
    return own.known[node]


def effects_of(module: Module, call: ast.Call) -> Effects | None:
    """What a call of a function of the project does, of this file or another."""
    return effects_named(module, module.scopes.qualified(call.func))
