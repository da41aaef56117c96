"""Queries of task code: expressions that ask a database, whichever way the project speaks to it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from celerylint.celery.databases import (
    DJANGO_BUILDERS,
    DJANGO_FETCHES,
    FETCHES,
    LOCKS,
    QUERY_FETCHES,
    REPOSITORY_READS,
    WRITES,
)
from celerylint.core.lazy import lazy
from celerylint.core.regex import regex
from celerylint.core.settings import Settings, matches_any
from celerylint.core.span import Span
from celerylint.facts.loop import Loop, clauses, mentions
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.session import Session, is_session
from celerylint.facts.statement import reads
from celerylint.syntax.index import COMPREHENSIONS, FUNCTIONS, LOOPS, descendants
from celerylint.syntax.node import last_name

_CONSUMERS = frozenset("list tuple set sorted sum max min any all dict len next iter enumerate".split())
_CONVENTIONAL: tuple[str, ...] = Settings._field_defaults["repositories"]
_ENDING = frozenset({*FUNCTIONS, ast.ExceptHandler})
"""Where a search for the loop around a node ends: a handler runs for the items that fail."""

_OF_MODELS = ("query", "objects")
_REPEATING = frozenset({*LOOPS, *COMPREHENSIONS, ast.comprehension})
_SESSION = regex(r"(?i)session|\bdb\b|conn|engine|\buow\b")


class Query:
    """An expression that reads from the database: a chain of calls that begins at a session, a model or a repository.

    `node` is the whole chain, `methods` the names in it from its root on, `root` what it begins with.
    """

    of = TaskCode
    words = (*Session.words, ".query", ".objects")
    words_of = (*Session.words_of, "repositories")

    def __init__(
        self, code: TaskCode, node: ast.expr, root: ast.expr, methods: list[str], first: ast.Call | None
    ) -> None:
        self.code = code
        self.module = code.module
        self.node = node
        self.root = root
        self.methods = methods
        self._first = first

    @classmethod
    def find(cls, module: Module) -> Iterable[Query]:
        parents = module.index.parents
        only_models = not module.speaks_of(Session) and not module.spoken.holds_own("repositories")
        is_root = _is_model_asked if only_models else _is_root
        for code in module.all(TaskCode):
            if only_models and not module.index.mentions(code.node, _OF_MODELS):
                continue
            for call in code.calls:
                if call.func.__class__ is ast.Attribute and parents[call].__class__ is not ast.Attribute:
                    query = cls.of_chain(code, call, is_root)
                    if query and query.reads:
                        yield query

    @classmethod
    def of_chain(
        cls, code: TaskCode, node: ast.expr, is_root: Callable[[Module, ast.expr, str], bool] | None = None
    ) -> Query | None:
        """The query that an outermost chain is, if its root is one that can be asked."""
        methods: list[str] = []
        first: ast.Call | None = None
        current: ast.expr = node
        while True:
            while current.__class__ is ast.Call:
                first = current
                current = current.func
            if current.__class__ is not ast.Attribute:
                return None
            method: str = current.attr
            methods.append(method)
            current = current.value
            if _may_ask(method) and (is_root or _is_root)(code.module, current, method):
                return cls(code, node, current, methods[::-1], first)

    @lazy
    def span(self) -> Span:
        return self.module.span(self.node)

    @lazy
    def reads(self) -> bool:
        """Whether the chain asks the database and gets rows, and does not only build a query, write, or lock a row."""
        return self.reads_from(self.methods[0] in _OF_MODELS or is_session(self.module, self.root))

    def reads_from(self, session: bool) -> bool:
        """The same, if it is known otherwise whether the root is a session."""
        methods = self.methods
        if not (WRITES | LOCKS).isdisjoint(methods) or self._locks:
            return False
        if methods[0] == "query":
            return not QUERY_FETCHES.isdisjoint(methods[1:]) or self._is_consumed
        if methods[0] == "objects":
            if not DJANGO_FETCHES.isdisjoint(methods[1:]):
                return True
            return not DJANGO_BUILDERS.isdisjoint(methods[1:]) and self._is_consumed
        if session:
            return methods[0] in FETCHES and (methods[0] in ("get", "get_one") or self._selects)
        return methods[0].startswith(REPOSITORY_READS)

    @property
    def _is_consumed(self) -> bool:
        """Whether somebody iterates over the query where it stands."""
        parent = self.module.index.parents[self.node]
        if isinstance(parent, (ast.For, ast.AsyncFor, ast.comprehension)):
            return parent.iter is self.node
        return isinstance(parent, ast.Call) and isinstance(parent.func, ast.Name) and parent.func.id in _CONSUMERS

    @property
    def _locks(self) -> bool:
        """Whether the statement that is executed locks its rows, which are then done with one by one."""
        if not any(map(self.module.spoken.holds, LOCKS)):
            return False
        parts = (part.attr for part in descendants(self.node) if isinstance(part, ast.Attribute))
        return not LOCKS.isdisjoint(parts)

    @property
    def _selects(self) -> bool:
        """Whether the statement given to `execute` and the like is known to read."""
        return reads(self.module, self.statement)

    @property
    def entities(self) -> list[ast.expr]:
        """What `session.query(...)` is given; nothing for `Model.query`, whose root is the model."""
        return self._first.args if self._first and last_name(self._first.func) == "query" else []

    @property
    def statement(self) -> ast.expr | None:
        """What the method of the root is given: the statement to execute, or the model to get one of."""
        node: ast.expr = self.node
        while node is not self.root:
            if isinstance(node, ast.Call):
                if isinstance(node.func, ast.Attribute) and node.func.value is self.root:
                    return node.args[0] if node.args else None
                node = node.func
            elif isinstance(node, ast.Attribute):
                node = node.value
        return None

    # --- loops

    @lazy
    def repeating_loop(self) -> Loop | None:
        """The innermost loop that asks once an item, for something that depends on the item."""
        return repeating_loop(self.module, self.node)

    def has_session_of_its_own(self, loop: Loop) -> bool:
        """Whether the session is opened once an item: then each is meant to be read in a transaction of its own."""
        return loop.binds(self.root)

    @property
    def is_by_key(self) -> bool:
        """Whether it loads one row by its key: `session.get(Model, key)`, `Model.objects.get(pk=key)`."""
        if self.methods[0] in ("get", "get_one"):
            return True
        call = self.node
        if not isinstance(call, ast.Call) or self.methods[-1] not in ("get", "aget"):
            return False
        if self.methods[0] == "query":
            return not call.keywords
        return not call.args and {keyword.arg for keyword in call.keywords} < {"pk", "id"}

    @property
    def is_batched(self) -> bool:
        """Whether one query is for many items, or for one page of them."""
        if not {"in_", "offset", "slice", "any_", "in_bulk"}.isdisjoint(self._all_names):
            return True
        return any(
            isinstance(node, ast.keyword) and (node.arg or "").endswith(("__in", "__range", "_in"))
            for node in descendants(self.node)
        )

    @property
    def _all_names(self) -> set[str]:
        nodes = [self.node]
        names = {node.id for node in descendants(self.node) if isinstance(node, ast.Name)}
        for node in descendants(self.node):
            if isinstance(node, ast.Name) and node.id in names:
                value = self.module.scopes.assigned(node)
                if value is not None and value is not node:
                    nodes.append(value)
        return {part.attr for node in nodes for part in (node, *descendants(node)) if isinstance(part, ast.Attribute)}

    def repeats_identity(self, loop: Loop) -> bool:
        """Whether `session.get(Model, …)` asks for a model whose rows the loop itself runs over: they are at hand."""
        if self.methods[0] != "get" or self._first is None or not is_session(self.module, self.root):
            return False
        model = self.statement
        if not isinstance(model, ast.Name) or loop.iterable is None:
            return False
        rows = self.module.scopes.assigned(loop.iterable) or loop.iterable
        return mentions(rows, [model.id]) or self._is_loaded(model.id)

    def _is_loaded(self, model: str) -> bool:
        """Whether the function has read all rows of a model before, and keeps them."""
        for node in self.code.all(ast.Assign):
            if node.lineno < self.node.lineno and mentions(node.value, [model]):
                names = {part.attr for part in descendants(node.value) if isinstance(part, ast.Attribute)}
                called = {part.id for part in descendants(node.value) if isinstance(part, ast.Name)}
                whole = "all" in names and not names & {"where", "filter", "filter_by", "limit"}
                if whole and called & {"select", "query"} | names & {"query", "scalars"}:
                    return True
        return False


def repeating_loop(module: Module, node: ast.expr) -> Loop | None:
    """The innermost loop that evaluates an expression once an item, for something that depends on the item."""
    below: ast.AST = node
    for above in module.index.ancestors(node):
        kind = above.__class__
        if kind in _ENDING:
            return None
        if kind is ast.While and below is above.test:  # type: ignore[attr-defined]
            return None  # it looks for what is free, or is there at last
        for loop in _loops_at(module, above) if kind in _REPEATING else ():
            if below in loop.body and loop.iterable is not None and mentions(node, loop.item_names):
                return loop
        if isinstance(above, ast.If) and below in above.body and _is_first(module, above.test):
            return None  # `if key not in seen:` asks once a key
        below = above
    return None


def _is_first(module: Module, test: ast.expr) -> bool:
    """Whether a condition asks for what is not there yet: `key not in seen`, or `seen.get(key) is None`."""
    if isinstance(test, ast.Compare) and isinstance(test.ops[0], ast.NotIn):
        return True
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        test = test.operand
    elif isinstance(test, ast.Compare) and isinstance(test.ops[0], ast.Is):
        test = test.left
    bindings = module.scopes.bindings(test) if isinstance(test, ast.Name) else []
    looked_up = [binding.node for binding in bindings if isinstance(binding.node, ast.Call)]
    return any(
        isinstance(call.func, ast.Attribute) and call.func.attr == "get" and module.at(Query, call) is None
        for call in looked_up
    )


def _loops_at(module: Module, node: ast.AST) -> Iterator[Loop]:
    """The loops whose body may hold what is directly below a node."""
    whole = module.index.parents[node] if isinstance(node, ast.comprehension) else node
    parts: list[ast.AST] = [*reversed(clauses(whole))] or [whole]
    for part in parts:
        loop = module.at(Loop, part)
        if loop:
            yield loop


@lru_cache(maxsize=2048)
def _may_ask(method: str) -> bool:
    """Whether a method is one that what is asked has."""
    return method in FETCHES or method in _OF_MODELS or method.startswith(REPOSITORY_READS)


def _is_root(module: Module, node: ast.expr, method: str) -> bool:
    """Whether a chain of calls that goes on with `method` begins at something that is asked."""
    if _is_model_asked(module, node, method) or is_session(module, node):
        return True
    if not module.spoken.holds_own("repositories"):
        return False
    qualified = module.scopes.qualified(node)
    return (
        qualified is not None
        and qualified.endswith("()")
        and not qualified.startswith(":")
        and "(" not in qualified[:-2]
        and matches_any(qualified[:-2], module.settings.repositories)
        and (module.settings.repositories != _CONVENTIONAL or _is_given_session(module, node))
    )


def _is_model_asked(module: Module, node: ast.expr, method: str) -> bool:
    """The same where nothing but models can be asked."""
    return method in _OF_MODELS and is_model(module, node)


def _is_given_session(module: Module, node: ast.expr) -> bool:
    """Whether an object is made with a session; a `GitRepository` is not."""
    made = module.scopes.assigned(node)
    if not isinstance(made, ast.Call):
        return False
    given = [*made.args, *(keyword.value for keyword in made.keywords)]
    return any(is_session(module, each) or _SESSION.search(ast.unparse(each)) for each in given)


def is_model(module: Module, node: ast.expr) -> bool:
    """Whether an expression is a model: a class that is imported or defined here."""
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    if not name[:1].isupper() or name.isupper():
        return False
    qualified = module.scopes.qualified(node)
    if qualified is None or qualified.endswith(")"):
        return False
    return not qualified.startswith(":") or isinstance(module.scopes.definition(node), ast.ClassDef)
