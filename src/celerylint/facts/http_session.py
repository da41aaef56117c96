"""HTTP sessions that task code opens, and whether they are closed."""

from __future__ import annotations

import ast

from celerylint.celery.http import AIOHTTP_SESSIONS, ASYNC_SESSIONS, HTTPX_CLIENTS, SETUP_ATTRIBUTES
from celerylint.facts.module import Module
from celerylint.facts.session import Session
from celerylint.syntax.node import last_names

_CLASSES = AIOHTTP_SESSIONS | HTTPX_CLIENTS
_NAMES = last_names(_CLASSES)


class HttpSession(Session):
    """A session of aiohttp or client of httpx that task code makes; until it is used it holds nothing."""

    words = ("aiohttp", "httpx")
    words_of = ()
    quiet = SETUP_ATTRIBUTES

    @staticmethod
    def _opens(module: Module, call: ast.Call) -> bool:
        called = call.func
        if isinstance(called, ast.Attribute) and called.attr not in _NAMES:
            return False
        return module.scopes.qualified(called) in _CLASSES

    def _is_one(self, node: ast.Call) -> bool:
        return self._opens(self.module, node)

    def _waits(self, first: str, last: str) -> bool:
        """An answer of aiohttp is read when it is asked for its text; one of httpx is, unless it is streamed."""
        reads = self.module.scopes.qualified(self.node.func) in HTTPX_CLIENTS and first != "stream"
        return not reads and first == last

    @property
    def is_async(self) -> bool:
        """Whether a coroutine closes it."""
        return self.module.scopes.qualified(self.node.func) in ASYNC_SESSIONS

    @property
    def statement(self) -> str:
        """The statement that closes it at its end."""
        return "async with" if self.is_async else "with"
