"""Writes that a loop makes once an item, and that could be made at once."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.celery.databases import BULK_COUNTERPARTS
from celerylint.core.span import Span
from celerylint.facts.handler import is_log_call
from celerylint.facts.loop import Loop, mentions
from celerylint.facts.module import Module
from celerylint.facts.query import is_model
from celerylint.facts.reach import TaskCode
from celerylint.facts.row import INSTANCE, item
from celerylint.facts.session_call import SessionCall
from celerylint.facts.session_life import is_made
from celerylint.syntax.index import FUNCTIONS, LOOPS, TRIES
from celerylint.syntax.node import is_name, last_name, subtree, values_given

_BUILDING = frozenset("filter exclude filter_by where values with_for_update returning execution_options".split())
_PLAIN = frozenset("append add get items keys strip lower upper title split join replace format isoformat".split())
_PLAIN_MODULES = (
    *("builtins.", "datetime.", "django.utils.", "django.db.models.", "sqlalchemy.", "uuid.", "decimal.", "math."),
    "random.",
)


class ItemWrite:
    """A statement that a loop over many items sends for each: an insert, update or delete that depends on the item, in
    a body that does nothing else with it. `bulk` is what writes all items at once."""

    of = TaskCode
    words = ("create", "acreate", "save", "asave", "delete", "adelete", "update", "aupdate", "execute", "query")

    def __init__(self, loop: Loop, node: ast.Call, bulk: str) -> None:
        self.module = loop.module
        self.node = node
        self.bulk = bulk

    @classmethod
    def find(cls, module: Module) -> Iterable[ItemWrite]:
        plain: dict[Loop, bool] = {}
        for code in module.all(TaskCode):
            for call in code.calls:
                if isinstance(call.func, ast.Attribute) and call.func.attr in BULK_COUNTERPARTS:
                    loop = _loop_of_statement(module, call)
                    if loop is None or not mentions(call, loop.item_names) or not _writes(module, loop, call):
                        continue
                    if loop not in plain:
                        plain[loop] = _is_plain(loop)
                    if plain[loop] and not _is_explained(loop, call):
                        yield cls(loop, call, _bulk(loop, call))

    @cached_property
    def span(self) -> Span:
        """The place of the call."""
        return self.module.span(self.node)


def _loop_of_statement(module: Module, call: ast.Call) -> Loop | None:
    """The innermost loop, if it is one over many items, of a call whose result nobody uses."""
    statement = module.index.parents[call]
    while isinstance(statement, ast.Await):
        statement = module.index.parents[statement]
    if not isinstance(statement, ast.Expr):
        return None
    for above in module.index.ancestors(statement):
        if isinstance(above, (*FUNCTIONS, *TRIES)):
            return None
        if isinstance(above, LOOPS):
            loop = module.at(Loop, above)
            return loop if loop and loop.is_unbounded else None
    return None


def _writes(module: Module, loop: Loop, call: ast.Call) -> bool:
    """Whether a call is known to write to a database: through a session, a manager, or an instance of the loop."""
    function = call.func
    assert isinstance(function, ast.Attribute)
    if any(_is_of_many(part) for part in subtree(call)):
        return False
    used = module.at(SessionCall, call)
    if used:
        is_one = len(call.args) == 1 or (len(call.args) == 2 and isinstance(call.args[1], ast.Dict))
        return used.method == "execute" and used.writes and is_one
    methods = list(_chain(function))
    root = methods[-1]
    names = [part.attr for part in methods[:-1] if isinstance(part, ast.Attribute)]
    if names and names[-1] == "objects":
        is_single = names[0] in ("create", "acreate") and not _has_own(module, root, "save")
        return is_model(module, root) and (len(names) > 2 or is_single)
    if "query" in names:
        return function.attr in ("update", "delete") and any(
            isinstance(part, ast.Call) and module.at(SessionCall, part) for part in subtree(function.value)
        )
    if not (is_name(root, loop.target_names[0] if loop.target_names else None) and len(names) == 1):
        return False
    return function.attr in ("save", "asave", "delete", "adelete") and _is_of_django(loop, function.attr.lstrip("a"))


def _is_of_django(loop: Loop, method: str) -> bool:
    """Whether the items of a loop are instances of a model of Django, which is not seen to define a method anew."""
    module = loop.module
    rows = module.scopes.assigned(loop.iterable) or loop.iterable if loop.iterable is not None else None
    if rows is None or item(module, rows) != INSTANCE:
        return False
    managers = [part for part in subtree(rows) if isinstance(part, ast.Attribute) and part.attr == "objects"]
    return bool(managers) and not _has_own(module, managers[0].value, method)


def _has_own(module: Module, model: ast.expr, method: str) -> bool:
    """Whether the class of a model, here or in another file of the project, defines a method that writing at once would
    pass over."""
    place = module.place(module.scopes.qualified(model))
    home = place.module if place else module
    definition = place.node if place else module.scopes.definition(model)
    if not isinstance(definition, ast.ClassDef):
        return False
    parts = [part for each in home.scopes.ancestry(definition) if each for part in each.body]
    return any(isinstance(part, FUNCTIONS) and part.name == method for part in parts)


def _chain(node: ast.expr) -> Iterator[ast.expr]:
    """The attributes of a chain from its end on, and what it begins with; a class may be an attribute itself."""
    while isinstance(node, (ast.Attribute, ast.Call)):
        if isinstance(node, ast.Call):
            node = node.func
        elif node.attr[:1].isupper():
            break
        else:
            yield node
            node = node.value
    yield node


def _is_plain(loop: Loop) -> bool:
    """Whether the body of a loop only computes and writes, and nothing in it is done item by item for a reason: no
    other call that may reach outside, no handler, no transaction of the item's own."""
    for node in loop.nodes():
        if isinstance(node, (*TRIES, *LOOPS, ast.With, ast.AsyncWith, ast.Break, ast.Return, ast.Yield)):
            return False
        if isinstance(node, ast.Call) and not _is_harmless(loop.module, node):
            return False
    return True


def _bulk(loop: Loop, call: ast.Call) -> str:
    """What writes all items at once: an update that gives each item its own values takes a list of rows."""
    method = call.func.attr  # type: ignore[attr-defined]
    if "update" in method and any(mentions(value, loop.item_names) for value in values_given(call)):
        of_django = any(part.attr == "objects" for part in _chain(call.func) if isinstance(part, ast.Attribute))
        method = method.replace("update", "save") if of_django else "execute"
    return BULK_COUNTERPARTS[method]


def _is_explained(loop: Loop, call: ast.Call) -> bool:
    """Whether a comment in the body, which is a short one, says why items are written one by one."""
    lines = map(loop.module.source.line, range(loop.span.line + 1, call.lineno))
    return any(line.lstrip().startswith("#") for line in lines)


def _is_harmless(module: Module, call: ast.Call) -> bool:
    """Whether a call is a write, or only computes."""
    used = module.at(SessionCall, call)
    if used:
        return used.writes
    if is_log_call(call) or is_made(call):
        return True
    qualified = module.scopes.qualified(call.func)
    if qualified is not None and qualified.startswith(_PLAIN_MODULES):
        return qualified not in ("builtins.open", "builtins.input", "builtins.next")
    name = last_name(call.func)
    return name in _BUILDING or name in BULK_COUNTERPARTS or (qualified is None and name in _PLAIN)


def _is_of_many(node: ast.AST) -> bool:
    """Whether a part of a statement shows that it is for several rows already: `in_(ids)`, `values(rows)`."""
    if isinstance(node, ast.keyword):
        return (node.arg or "").endswith("__in")
    name = last_name(node.func) if isinstance(node, ast.Call) else ""
    many = node.args if isinstance(node, ast.Call) else []
    return name in ("in_", "from_select", "any_") or (
        name == "values" and bool(many) and not isinstance(many[0], ast.Dict)
    )
