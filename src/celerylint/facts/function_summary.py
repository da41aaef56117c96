"""What each function of a file does by itself, in plain texts.

The names are those that the file itself spells, so that a summary holds as long as the file is the same, whatever
happens to the others. What the names mean in the project is for `Effects` to say.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from celerylint.core.lazy import lazy
from celerylint.facts.module import Module
from celerylint.facts.parameters import Parameters
from celerylint.facts.query import Query, is_model
from celerylint.facts.reach import TaskCode
from celerylint.syntax.index import COMPREHENSIONS, LOOPS, TRIES, Function
from celerylint.syntax.node import last_name, names_in

ALWAYS, PERHAPS, LOOP = "always", "perhaps", "loop"
CALL, QUERY, USE = "call", "query", "use"
SHARED = "*"
_MAX_DEPTH = 12
_REPEATING = (*LOOPS, *COMPREHENSIONS)
_HARMLESS = (ast.Call, ast.keyword, ast.Compare, ast.UnaryOp)
_TESTING = (ast.If, ast.While, ast.IfExp, ast.Assert)
_BRANCHES = (ast.If, ast.IfExp, ast.BoolOp, ast.ExceptHandler, ast.Match, *TRIES)


class Step(NamedTuple):
    """A call or a query of a function, or another use of a parameter: an attribute is read, or nobody follows it.

    `when` says whether it happens always, perhaps, or once an item of a loop. `name` is what is called, or the root of
    the query, by the imports of its file. `path` is the same from a parameter of the function (`uow.session.commit`),
    or `*` where it begins at something that the whole module shares. `given` is what of the parameters is handed over
    (`0=session`, `key=user.id`), or what the query mentions of them.
    """

    when: str
    kind: str
    name: str
    path: str
    given: tuple[str, ...]


class Call(NamedTuple):
    """A call that a function makes, when, and what it calls by the imports of its file; empty if that is unknown."""

    when: str
    name: str
    node: ast.Call


class Summary:
    """What one function of a file does. Most who ask want to know what it calls, and nothing of how."""

    def __init__(self, module: Module, node: Function) -> None:
        self._module = module
        self._scopes = module.scopes
        self._code = TaskCode(module, node, [])
        self._node = node

    @lazy
    def _is_generator(self) -> bool:
        return bool(self._module.index.yields(self._node))

    @lazy
    def _left(self) -> int:
        """The line where the function may leave with a result: what is after it may not happen."""
        return min(
            (each.end_lineno or 0 for each in self._code.all(ast.Return) if not _is_plain(each.value)),
            default=self._node.end_lineno or 0,
        )

    @lazy
    def _calls(self) -> list[Call]:
        """The calls in the function, in source order."""
        timed = ((self._when(node), node) for node in self._code.calls)
        return [Call(when, self._scopes.qualified(node.func) or "", node) for when, node in timed if when]

    @lazy
    def calls(self) -> list[Call]:
        """Those of something that has a name and is no builtin."""
        return [call for call in self._calls if call.name and not call.name.startswith("builtins.")]

    @lazy
    def steps(self) -> list[Step]:
        """The calls and queries that it makes, in source order."""
        return list(self._steps())

    @lazy
    def uses(self) -> list[Step]:
        """Its other uses of parameters."""
        return [Step(PERHAPS, USE, "", path, ()) for path in sorted(self._used)]

    def _steps(self) -> Iterator[Step]:
        for call in self._calls:
            node, step = call.node, None if call.name.startswith("builtins.") else self.step_of(call)
            if step and (step.name or step.path or step.given):
                yield step
            if isinstance(node.func, ast.Attribute) and not isinstance(self._module.index.parents[node], ast.Attribute):
                yield from self._query(node, call.when)

    @property
    def _used(self) -> set[str]:
        """The parameters of which something else is made than to call their methods, to hand them over and to compare
        them, and the attributes of parameters that are read."""
        index = self._module.index
        own = set(Parameters.of(self._node).positional) | Parameters.of(self._node).keyword
        inner = [*index.own(self._node, ast.FunctionDef), *index.own(self._node, ast.AsyncFunctionDef)]
        if all(map(_does_nothing, self._node.body)):  # what takes its place may do anything
            return own
        found = {name for name in own if len(self._scopes.bound(self._node, name)) != 1}
        found |= {name.id for function in inner for name in names_in(function) if name.id in own}
        for name in index.own(self._node, ast.Name):
            if name.id not in own:
                continue
            below: ast.AST = name
            holder, path = index.parents[name], name.id
            while isinstance(holder, ast.Attribute):
                path = f"{path}.{holder.attr}"
                holder, below = index.parents[holder], holder
            is_called = getattr(holder, "func", None) is below
            if self._when(name) is None or isinstance(holder, ast.withitem):
                found.add(name.id)
            elif not (is_called or (below is name and (isinstance(holder, _HARMLESS) or self._is_tested(name)))):
                found.add(path)
        return found

    def _is_tested(self, node: ast.AST) -> bool:
        """Whether an expression only decides which way to go."""
        holder = self._module.index.parents[node]
        while isinstance(holder, ast.BoolOp):
            node, holder = holder, self._module.index.parents[holder]
        return isinstance(holder, _TESTING) and holder.test is node

    def step_of(self, call: Call) -> Step:
        """A call of the function as one of its steps."""
        given = [(str(position), value) for position, value in enumerate(call.node.args)]
        given += [(keyword.arg or "**", keyword.value) for keyword in call.node.keywords]
        paths = ((key, self._path(value)) for key, value in given)
        handed = tuple(f"{key}={what}" for key, what in paths if what not in ("", SHARED))
        return Step(call.when, CALL, call.name, self._path(call.node.func), handed)

    def _query(self, call: ast.Call, when: str) -> Iterator[Step]:
        query = Query.of_chain(self._code, call, _may_be_root)
        if query and query.reads_from(session=True) and not query.is_batched:
            is_of_model = query.methods[0] in ("query", "objects") and is_model(self._module, query.root)
            name = "" if is_of_model else self._scopes.qualified(query.root) or ""
            path = SHARED if is_of_model else self._path(query.root)
            if path == SHARED and not (is_of_model or name):
                return  # a name of the module, of which nothing is known: a dict of it has `get` too
            mentioned = self._mentioned(query.node) - {path.partition(".")[0]}
            yield Step(when, QUERY, name, path, tuple(sorted(mentioned)))

    def _mentioned(self, node: ast.AST) -> set[str]:
        """The parameters that an expression depends on, also through what is assigned in the function."""
        found, waiting, seen = set(), [node], {node}
        while waiting:
            for name in names_in(waiting.pop()):
                for binding in self._scopes.bindings(name):
                    if binding.how == "parameter" and self._is_own(binding.node):
                        found.add(name.id)
                    elif binding.how == "value" and binding.node not in seen:
                        seen.add(binding.node)
                        waiting.append(binding.node)
        return found

    def _is_own(self, argument: ast.AST) -> bool:
        return self._module.index.parents[self._module.index.parents[argument]] is self._node

    def _path(self, node: ast.expr) -> str:
        """An expression as a dotted path from a parameter; `*` from a name that the module binds; else empty."""
        parts: list[str] = []
        for _ in range(_MAX_DEPTH):
            while isinstance(node, ast.Attribute):
                parts.append(node.attr)
                node = node.value
            if not isinstance(node, ast.Name):
                return ""
            if self._scopes.scope_of(node, node.id) is self._module.index.tree:
                return SHARED
            found = self._scopes.bindings(node)
            if len(found) != 1:
                return ""
            if found[0].how == "parameter":
                return ".".join([node.id, *reversed(parts)]) if self._is_own(found[0].node) else ""
            if found[0].how != "value" or not isinstance(found[0].node, ast.expr):
                return ""
            node = found[0].node
        return ""

    def _when(self, node: ast.AST) -> str | None:
        """Whether a node is evaluated whenever the function is called; None if only when something else is."""
        when = PERHAPS if self._is_generator or node.lineno > self._left else ALWAYS  # type: ignore[attr-defined]
        before = below = node
        for above in self._module.index.ancestors(node):
            if above is self._node:
                break
            if isinstance(above, ast.Lambda):
                return None
            if isinstance(above, _REPEATING) and not _is_first(above, before, below):
                when = LOOP
            elif isinstance(above, _BRANCHES) and not _is_first(above, before, below) and when == ALWAYS:
                when = PERHAPS
            before, below = below, above
        return when


def _is_first(above: ast.AST, before: ast.AST, below: ast.AST) -> bool:
    """Whether a part of a branch or a loop is evaluated once, whatever happens. `below` is the child of it that we come
    from, `before` the child of that."""
    if isinstance(above, COMPREHENSIONS):
        return below is above.generators[0] and before is above.generators[0].iter
    if isinstance(above, TRIES):
        return below in above.body or below in above.finalbody  # type: ignore[attr-defined]
    first = above.values[0] if isinstance(above, ast.BoolOp) else None
    return below in (first, *(getattr(above, field, None) for field in ("test", "iter", "subject")))


def _does_nothing(node: ast.stmt) -> bool:
    """Whether a statement stands for a body that others are to write."""
    if isinstance(node, ast.Raise) and node.exc:
        return last_name(node.exc.func if isinstance(node.exc, ast.Call) else node.exc) == "NotImplementedError"
    return isinstance(node, ast.Pass) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))


def _is_plain(value: ast.expr | None) -> bool:
    """Whether a `return` gives nothing that could have been kept from before."""
    return value is None or isinstance(value, ast.Constant)


def _may_be_root(module: Module, node: ast.expr, method: str) -> bool:
    """Whether a chain of calls that goes on with `method` begins at what may be a session."""
    if method in ("query", "objects") and is_model(module, node):
        return True
    current: ast.AST = node
    while isinstance(current, ast.Attribute):
        if current.attr in ("query", "objects") and is_model(module, current.value):
            return False  # it begins there
        current = current.value
    return isinstance(current, ast.Name) and method != "objects"
