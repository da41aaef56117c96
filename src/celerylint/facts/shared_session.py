"""Async sessions that several coroutines use at once."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from celerylint.celery.databases import AWAITED_METHODS
from celerylint.celery.names import ASYNC_LOCKS, CONCURRENT_RUNNERS, COROUTINE_WRAPPERS, TASK_GROUPS, TASK_MAKERS
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.async_session import WORDS, async_kind
from celerylint.facts.module import Module
from celerylint.facts.parameters import Parameters
from celerylint.facts.reach import TaskCode
from celerylint.syntax.index import COMPREHENSIONS, FUNCTIONS, LOOPS
from celerylint.syntax.node import last_name, last_names, names_in
from celerylint.syntax.value import fold

_LOCK = regex(r"(?i)(^|_)(lock|mutex)")
_ADDING = frozenset({"append", "add"})
_MAKERS = last_names(TASK_MAKERS)
_RUNNERS = last_names(CONCURRENT_RUNNERS)


class SharedSession:
    """A call that runs several coroutines at once with the session called `session`: `gather` and its like, or
    `create_task` in a loop, or the second one in a task group."""

    of = TaskCode
    words = WORDS

    def __init__(self, module: Module, node: ast.Call, session: str) -> None:
        self.module = module
        self.node = node
        self.session = session

    @classmethod
    def find(cls, module: Module) -> Iterable[SharedSession]:
        for code in module.all(TaskCode):
            if not code.is_coroutine:
                continue
            uses: list[_Use] = []
            added = _added(code)
            for call in code.calls:
                name = last_name(call.func)
                if name in _RUNNERS and module.scopes.qualified(call.func) in CONCURRENT_RUNNERS:
                    uses += _run_by(module, call, added)
                elif name in _MAKERS and call.args:
                    uses += _started_by(module, call)
            yield from cls._shared(module, uses)

    @classmethod
    def _shared(cls, module: Module, uses: list[_Use]) -> Iterator[SharedSession]:
        """One fact for each thing that runs coroutines: where a session is used the second time, or once an item."""
        first: dict[tuple[ast.AST, str], _Use] = {}
        done = set()
        for use in uses:
            key = (use.runner, use.session.id)
            earlier = first.setdefault(key, use)
            is_second = earlier is not use and not _exclude_each_other(module, earlier.node, use.node)
            if key not in done and (is_second or _is_repeated(module, use)):
                done.add(key)
                yield cls(module, use.place, use.session.id)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)


class _Use(NamedTuple):
    """A coroutine made at `node` with a session. What has the same `runner` runs at once; `outside` is what a loop
    would have to leave out in order to make the coroutine several times for one runner."""

    session: ast.Name
    node: ast.expr
    runner: ast.AST
    place: ast.Call
    outside: Sequence[ast.AST]


def _run_by(module: Module, call: ast.Call, added: dict[str, list[ast.expr]]) -> Iterator[_Use]:
    """What `gather(...)` runs: calls, and those in a display, a comprehension, or a list that is filled."""
    for argument in call.args:
        value = argument.value if isinstance(argument, ast.Starred) else argument
        several = module.scopes.assigned(value) if isinstance(value, ast.Name) else value
        made = [_started(module, several) if isinstance(several, ast.Call) else value]
        if isinstance(several, (ast.ListComp, ast.SetComp, ast.GeneratorExp)):
            made = [several.elt]
        elif isinstance(several, (ast.List, ast.Tuple, ast.Set)):
            made = several.elts + (added.get(value.id, []) if isinstance(value, ast.Name) else [])
        inside = several if isinstance(several, (ast.List, ast.Set)) else call
        for node in made:
            for session in _sessions_of(module, node):
                outside = [] if isinstance(several, COMPREHENSIONS) else [inside]
                yield _Use(session, node, call, call, outside)


def _started(module: Module, call: ast.Call) -> ast.expr:
    """The coroutine of a task that was started before: `task = create_task(load(session))`."""
    is_task = call.args and module.scopes.qualified(call.func) in TASK_MAKERS
    return call.args[0] if is_task else call


def _added(code: TaskCode) -> dict[str, list[ast.expr]]:
    """What `jobs.append(...)` and `jobs.add(...)` put into a list or set, by its name."""
    found: dict[str, list[ast.expr]] = {}
    for call in code.calls:
        function = call.func
        if isinstance(function, ast.Attribute) and function.attr in _ADDING and isinstance(function.value, ast.Name):
            found.setdefault(function.value.id, []).extend(call.args)
    return found


def _started_by(module: Module, call: ast.Call) -> Iterator[_Use]:
    """What `create_task(...)` starts, in a task group or to be kept in a list."""
    maker = module.scopes.qualified(call.func) or ""
    group = _group_of(module, call) if maker.endswith(".create_task") else None
    runner: ast.AST = group or call
    outside: list[ast.AST] = [group] if group else []
    if group is None:
        holder = module.index.parents[call]
        kept = holder.func if isinstance(holder, ast.Call) else None
        is_added = isinstance(kept, ast.Attribute) and kept.attr in _ADDING
        if maker not in TASK_MAKERS or not (is_added or isinstance(holder, COMPREHENSIONS)):
            return
        made = module.scopes.assigned(kept.value) if isinstance(kept, ast.Attribute) else None
        outside = [made] if made else []
    for session in _sessions_of(module, call.args[0]):
        yield _Use(session, call, runner, call, outside)


def _group_of(module: Module, call: ast.Call) -> ast.AsyncWith | None:
    """The `async with asyncio.TaskGroup() as group:` whose `group.create_task(...)` a call is."""
    name = call.func.value if isinstance(call.func, ast.Attribute) else None
    for above in module.index.ancestors(call):
        for item in above.items if isinstance(above, ast.AsyncWith) else ():
            manager, bound = item.context_expr, item.optional_vars
            is_group = isinstance(manager, ast.Call) and module.scopes.qualified(manager.func) in TASK_GROUPS
            if is_group and isinstance(name, ast.Name) and isinstance(bound, ast.Name) and bound.id == name.id:
                return above  # type: ignore[return-value]
    return None


def _is_repeated(module: Module, use: _Use) -> bool:
    """Whether a loop makes the coroutine again and again with the same session, for the same runner."""
    fixed = [*(binding.node for binding in module.scopes.bindings(use.session)), *use.outside]
    below: ast.AST = use.node
    for above in module.index.ancestors(use.node):
        if isinstance(above, FUNCTIONS):
            return False
        if isinstance(above, COMPREHENSIONS) or (isinstance(above, LOOPS) and below in above.body):
            return not any(above in module.index.ancestors(each) for each in fixed)
        below = above
    return False


def _exclude_each_other(module: Module, first: ast.AST, second: ast.AST) -> bool:
    """Whether two nodes stand in different branches of one `if`."""
    branches = {}
    below = first
    for above in module.index.ancestors(first):
        if isinstance(above, ast.If):
            branches[above] = below in above.body
        below = above
    below = second
    for above in module.index.ancestors(second):
        if isinstance(above, ast.If) and above in branches and branches[above] != (below in above.body):
            return True
        below = above
    return False


def _sessions_of(module: Module, made: ast.expr) -> list[ast.Name]:
    """The async sessions that a coroutine uses: the one whose method it is, or those that its function is handed."""
    if isinstance(made, ast.Call) and made.args and module.scopes.qualified(made.func) in COROUTINE_WRAPPERS:
        made = made.args[0]
    if not isinstance(made, ast.Call):
        return []
    function = made.func
    if isinstance(function, ast.Attribute) and function.attr in AWAITED_METHODS["session"]:
        receiver = function.value
        if isinstance(receiver, ast.Name) and async_kind(module, receiver) == "session":
            return [receiver]
    given = [(str(position), value) for position, value in enumerate(made.args)]
    given += [(keyword.arg or "", keyword.value) for keyword in made.keywords]
    sessions = [(place, value) for place, value in given if isinstance(value, ast.Name)]
    called = module.scopes.definition(function)
    return [
        value
        for place, value in sessions
        if async_kind(module, value) == "session"
        and not (isinstance(called, FUNCTIONS) and _takes_turns(module, called, place))
    ]


def _takes_turns(module: Module, function: ast.FunctionDef | ast.AsyncFunctionDef, place: str) -> bool:
    """Whether a function of this file holds a lock, or awaits nothing of the session that it is handed."""
    for statement in module.index.own(function, ast.AsyncWith):
        if any(_is_lock(module, item.context_expr) for item in statement.items):
            return True
    positional = Parameters.of(function).positional
    position = int(place) + isinstance(module.index.parents[function], ast.ClassDef) if place.isdigit() else -1
    name = positional[position] if 0 <= position < len(positional) else place
    uses = [node for node in names_in(function) if node.id == name]
    return all(_is_plain_use(module, use) for use in uses)


def _is_plain_use(module: Module, use: ast.Name) -> bool:
    """`session.add(row)`: a method that is no coroutine."""
    parent = module.index.parents[use]
    return isinstance(parent, ast.Attribute) and parent.attr in ("add", "add_all")


def _is_lock(module: Module, manager: ast.expr) -> bool:
    name = last_name(manager)
    made = module.scopes.assigned(manager)
    if isinstance(made, ast.Call) and module.scopes.qualified(made.func) in ASYNC_LOCKS:
        return not made.args or fold(made.args[0], module.scopes) == 1
    return bool(_LOCK.search(name))
