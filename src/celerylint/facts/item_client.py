"""Clients that task code makes anew for each item."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.http import POOLED_CLIENTS, SETUP_ATTRIBUTES, SHARED_PARTS
from celerylint.celery.locks import REDIS_CLIENTS
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.loop import loops_around, mentions
from celerylint.facts.module import Module
from celerylint.facts.parameters import Parameters
from celerylint.facts.reach import TaskCall, TaskCode
from celerylint.syntax.index import Function
from celerylint.syntax.node import last_name, last_names, values_given

_SHARING = frozenset({"django_redis.get_redis_connection", "flask_redis.FlaskRedis"})
_CLIENTS = POOLED_CLIENTS | (REDIS_CLIENTS - _SHARING)
_NAMES = last_names(_CLIENTS)
_LOGIN = regex(r"(?i)log_?in|sign_?in|authenticate")
_MOST_CALLERS = 3


class ItemClient:
    """A call that makes an HTTP session or a client of redis, in a loop over many items, or in a function that is
    called in one: `function` is the one that the loop calls."""

    of = TaskCode
    words = ("requests", "httpx", "aiohttp", "urllib3", "redis", "valkey")

    def __init__(self, code: TaskCode, node: ast.Call, item_names: Iterable[str], function: str | None) -> None:
        self.code = code
        self.module = code.module
        self.node = node
        self.function = function
        self.client = ast.unparse(node.func)
        self._item_names = frozenset(item_names)

    @classmethod
    def find(cls, module: Module) -> Iterable[ItemClient]:
        for code in module.all(TaskCode):
            for call in code.calls:
                if last_name(call.func) not in _NAMES or module.scopes.qualified(call.func) not in _CLIENTS:
                    continue
                loop = next((loop for loop in loops_around(module, call) if loop.is_unbounded), None)
                called = None if loop else _called_in_loop(module, code.node)
                if loop:
                    yield cls(code, call, loop.item_names, None)
                elif called:
                    taken = Parameters.of(code.node)
                    yield cls(code, call, {*taken.positional, *taken.keyword}, called.name)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def shares_connections(self) -> bool:
        """Whether the client may be given connections that outlive it."""
        return any(keyword.arg is None or keyword.arg in SHARED_PARTS for keyword in self.node.keywords)

    @property
    def is_for_item(self) -> bool:
        """Whether the client is set up by the item, its address or its credentials, or logs in somewhere."""
        if any(mentions(value, self._item_names) for value in values_given(self.node)):
            return True
        used = self.code.all(ast.Attribute)
        set_up = (node for node in used if node.attr in SETUP_ATTRIBUTES | {"mount"})
        if any(mentions(self.module.index.statement(node), self._item_names) for node in set_up):
            return True
        said = [str(value.value) for call in self.code.calls for value in call.args if isinstance(value, ast.Constant)]
        return any(map(_LOGIN.search, (*said, *(last_name(call.func) for call in self.code.calls))))


def _called_in_loop(module: Module, function: Function) -> Function | None:
    """The function that a loop over many items calls, and that is this one or calls it."""
    for _ in range(_MOST_CALLERS):
        calls = [call.node for call in module.all(TaskCall) if call.function is function]
        if any(loop.is_unbounded for call in calls for loop in loops_around(module, call)):
            return function
        callers = {module.index.enclosing_function(call) for call in calls}
        caller = callers.pop() if len(callers) == 1 else None
        if caller is None:
            return None
        function = caller
    return None
