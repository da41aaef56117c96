"""HTTP requests of task code that wait for as long as the server keeps silent."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.http import (
    HTTPX_CLIENTS,
    HTTPX_FUNCTIONS,
    HTTPX_METHODS,
    REQUESTS_ADAPTERS,
    REQUESTS_FUNCTIONS,
    REQUESTS_SESSION_METHODS,
    REQUESTS_SESSIONS,
    URLLIB3_FUNCTIONS,
    URLLIB3_POOL_METHODS,
    URLLIB3_POOLS,
    URLOPEN,
    URLOPEN_TIMEOUT,
)
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.syntax.node import last_name, last_names, values_given
from celerylint.syntax.value import fold

_PATIENT = REQUESTS_FUNCTIONS | URLOPEN | URLLIB3_FUNCTIONS
_FUNCTIONS = _PATIENT | HTTPX_FUNCTIONS | HTTPX_CLIENTS
_METHODS = REQUESTS_SESSION_METHODS | URLLIB3_POOL_METHODS | HTTPX_METHODS
_NAMES = _METHODS | last_names(_FUNCTIONS)
_LIBRARIES = frozenset({"requests", "urllib", "urllib3", "httpx"})


class HttpCall:
    """A request without a timeout, or a request or client of httpx that is told to have none: `keyword` says where."""

    of = TaskCode
    words = ("requests", "urllib", "urllib3", "httpx")

    def __init__(self, module: Module, node: ast.Call, keyword: ast.keyword | None) -> None:
        self.module = module
        self.node = node
        self.function = ast.unparse(node.func)
        self.keyword = keyword

    @classmethod
    def find(cls, module: Module) -> Iterable[HttpCall]:
        if not module.imports(_LIBRARIES) or "setdefaulttimeout" in module.source.text:
            return
        for code in module.all(TaskCode):
            for call in code.calls:
                called = call.func
                name = last_name(called)
                if not isinstance(called, ast.Name) and name not in _NAMES:
                    continue
                function = _function(module, called)
                if function is None or any(keyword.arg is None for keyword in call.keywords):
                    continue
                given = next((keyword for keyword in call.keywords if keyword.arg == "timeout"), None)
                if given is not None and _is_endless(module, given.value):
                    yield cls(module, call, given)
                elif given is None and function in _PATIENT and not _is_timed_by_place(function, call):
                    yield cls(module, call, None)

    @cached_property
    def span(self) -> Span:
        """The place of `timeout=None`, or of the call."""
        return self.module.span(self.keyword or self.node)


def _function(module: Module, called: ast.expr) -> str | None:
    """The function of a library that is called: a method of a session is taken for the function of its name."""
    qualified = module.scopes.qualified(called)
    if qualified in _FUNCTIONS:
        return None if isinstance(module.scopes.assigned(called), ast.Call) else qualified  # a partial may hold it
    if not isinstance(called, ast.Attribute) or called.attr not in _METHODS:
        return None
    made = _made(module, called.value)
    maker = module.scopes.qualified(made.func) if made else None
    if maker in REQUESTS_SESSIONS and called.attr in REQUESTS_SESSION_METHODS:
        return "requests.request" if _is_plain(module, called.value) else None
    if maker in HTTPX_CLIENTS and called.attr in HTTPX_METHODS:
        return "httpx.request"
    if maker in URLLIB3_POOLS and called.attr in URLLIB3_POOL_METHODS and made:
        is_timed = any(keyword.arg in ("timeout", None) for keyword in made.keywords)
        return None if is_timed else "urllib3.request"
    return None


def _made(module: Module, node: ast.expr) -> ast.Call | None:
    """The call in this file that made what an expression stands for, if it is the only one."""
    if isinstance(node, ast.Name):
        bindings = module.scopes.bindings(node)
        if len(bindings) != 1 or bindings[0].how not in ("value", "enter"):
            return None
        value: ast.AST = bindings[0].node
    else:
        value = node
    return value if isinstance(value, ast.Call) else None


def _is_endless(module: Module, value: ast.expr) -> bool:
    if isinstance(value, ast.Call) and len(value.args) == 1 and not value.keywords:
        return module.scopes.qualified(value.func) == "httpx.Timeout" and fold(value.args[0], module.scopes) is None
    return fold(value, module.scopes) is None


def _is_timed_by_place(function: str, call: ast.Call) -> bool:
    starred = any(isinstance(argument, ast.Starred) for argument in call.args)
    return starred or (function in URLOPEN and len(call.args) > URLOPEN_TIMEOUT)


def _is_plain(module: Module, node: ast.expr) -> bool:
    """Whether nothing in the file gives a session of requests a timeout: no adapter, no function that it is handed to,
    no method put in place of its own."""
    if not isinstance(node, ast.Name):
        return True
    return node.id not in module.all(SetUpName)[0].names


class SetUpName:
    """The names in a file that something may set up: handed to a call, given an adapter, or a method. One fact a file,
    a memo: `names`."""

    def __init__(self, names: frozenset[str]) -> None:
        self.names = names

    @classmethod
    def find(cls, module: Module) -> Iterable[SetUpName]:
        names = set()
        for call in module.index.all(ast.Call):
            given = values_given(call)
            names |= {value.id for value in given if isinstance(value, ast.Name)}
            called = call.func
            if isinstance(called, ast.Attribute) and called.attr == "mount" and isinstance(called.value, ast.Name):
                made = module.scopes.qualified(given[1]) if len(given) == 2 else None
                if not made or made.removesuffix("()") not in REQUESTS_ADAPTERS:
                    names.add(called.value.id)
        assigned = [target for node in module.index.all(ast.Assign) for target in node.targets]
        methods = [each for each in assigned if isinstance(each, ast.Attribute)]
        names |= {each.value.id for each in methods if each.attr in _METHODS and isinstance(each.value, ast.Name)}
        yield cls(frozenset(names))
