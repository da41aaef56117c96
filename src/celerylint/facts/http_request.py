"""HTTP requests that task code sends."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.http import (
    ASYNC_SESSIONS,
    HTTPX_FUNCTIONS,
    HTTPX_METHODS,
    POOLED_CLIENTS,
    REQUESTS_FUNCTIONS,
    REQUESTS_SESSION_METHODS,
    URLLIB3_FUNCTIONS,
    URLLIB3_POOL_METHODS,
    URLOPEN,
)
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.syntax.node import argument, last_name, last_names
from celerylint.syntax.scopes import ENTERED
from celerylint.syntax.value import text_of

_FUNCTIONS = REQUESTS_FUNCTIONS | HTTPX_FUNCTIONS | URLLIB3_FUNCTIONS | URLOPEN
_METHODS = REQUESTS_SESSION_METHODS | HTTPX_METHODS | URLLIB3_POOL_METHODS | {"ws_connect"}
_NAMES = _METHODS | last_names(_FUNCTIONS)
_OWN_HOST = regex(r"(?i)https?://(localhost|127\.|0\.0\.0\.0|\[::1\]|[\w-]+([:/]|$)|[\w.-]+\.(internal|local|svc)\b)")


class HttpRequest:
    """A request by requests, httpx, aiohttp, urllib3 or urllib; `client` is the class of the session that sends it."""

    of = TaskCode
    words = ("requests", "httpx", "aiohttp", "urllib3", "urllib")

    def __init__(self, code: TaskCode, node: ast.Call, client: str | None) -> None:
        self.code = code
        self.module = code.module
        self.node = node
        self.client = client
        self.function = ast.unparse(node.func)

    @classmethod
    def find(cls, module: Module) -> Iterable[HttpRequest]:
        for code in module.all(TaskCode):
            for call in code.calls:
                if not isinstance(call.func, ast.Name) and last_name(call.func) not in _NAMES:
                    continue
                qualified = module.scopes.qualified(call.func) or ""
                owner, _, method = qualified.rpartition(".")
                client = owner.removesuffix(ENTERED).removesuffix("()")
                if qualified in _FUNCTIONS:
                    yield cls(code, call, None)
                elif method in _METHODS and owner.endswith("()") and client in POOLED_CLIENTS:
                    yield cls(code, call, client)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def is_async(self) -> bool:
        """Whether it is a coroutine that sends the request."""
        return self.client in ASYNC_SESSIONS

    @property
    def method(self) -> str | None:
        """The HTTP method in lower case; None if it cannot be seen."""
        name = last_name(self.node.func)
        if name in ("request", "stream", "urlopen", "request_encode_url", "request_encode_body", "send", "Request"):
            given = text_of(argument(self.node, 0, "method"), self.module.scopes)
            return given.lower() if given and given.isalpha() else None
        return name

    @property
    def is_to_own_host(self) -> bool:
        """Whether the address is known to be that of this machine or of the same network."""
        name = last_name(self.node.func)
        given = argument(self.node, 1 if name in ("request", "stream") else 0, "url")
        if isinstance(given, ast.JoinedStr) and given.values:
            given = given.values[0]
            given = given.value if isinstance(given, ast.FormattedValue) else given
        address = text_of(given, self.module.scopes)
        return address is not None and _OWN_HOST.match(address) is not None
