"""Passwords of brokers and result backends that stand in the code."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from celerylint.celery.names import ENVIRONMENT
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.development import is_for_development
from celerylint.facts.module import Module
from celerylint.facts.setting import Setting
from celerylint.syntax.value import text_of

_ADDRESSES = ("broker_url", "broker_read_url", "broker_write_url", "result_backend")
_PASSWORDS = ("broker_password", "redis_password")
_UNKNOWN = "\0"
_ADDRESS = regex(r"://[^:@/\s]*:(?P<password>[^@\s]+)@(?P<host>[^@/:?,;\s]*)")
_PLACEHOLDER = regex(r"(?i)[\0{}$<>%*]|^(?:guest|pass|passwd|password|pwd|secret|changeme|change-me|x+|\.+)$")
_LOCAL = regex(r"(?i)localhost|127\.[\d.]+|0\.0\.0\.0|\[.*|host\.docker\.internal|")


class Credential:
    """A password that the file spells, for a broker or result backend that is not on the same machine.

    What reads an environment variable counts only if its default names a host of some domain: others are for
    development, and so is what a file, folder or class says that is for it.
    """

    of = Setting
    words = ("://", "*password", "*PASSWORD")

    def __init__(self, setting: Setting, node: ast.expr) -> None:
        self.setting = setting
        self.node = node
        self.span: Span = setting.module.span(node)

    @classmethod
    def find(cls, module: Module) -> Iterable[Credential]:
        found: dict[ast.expr, Credential] = {}
        for setting in Setting.named(module, *_ADDRESSES):
            for node, is_default in _texts(module, setting.node):
                if _holds_password(_spelt(module, node), is_default):
                    found.setdefault(node, cls(setting, node))
        for setting in Setting.named(module, *_PASSWORDS):
            text = setting.value
            if isinstance(text, str) and text and not _PLACEHOLDER.search(text):
                found.setdefault(setting.node, cls(setting, setting.node))
        return [each for each in found.values() if not is_for_development(module, each.node)]

    @property
    def is_of_broker(self) -> bool:
        """Whether it opens the broker, and not the result backend."""
        return (self.setting.canonical or "").startswith("broker")


def _texts(module: Module, node: ast.expr) -> Iterator[tuple[ast.expr, bool]]:
    """The expressions that an address is made of: itself, those of a list, and what stands in for a variable of the
    environment, which is a default."""
    node = module.scopes.assigned(node) or node
    if isinstance(node, (ast.List, ast.Tuple)):
        yield from ((module.scopes.assigned(part) or part, False) for part in node.elts)
    elif isinstance(node, ast.Call):
        if len(node.args) == 2 and module.scopes.qualified(node.func) in ENVIRONMENT:
            yield module.scopes.assigned(node.args[1]) or node.args[1], True
    elif isinstance(node, ast.BoolOp):
        yield from ((module.scopes.assigned(part) or part, True) for part in node.values)
    else:
        yield node, False


def _spelt(module: Module, node: ast.expr) -> str:
    """The text of an expression, with a mark for each part that the file does not show."""
    parts: list[str] = []
    while isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        parts.insert(0, _part(module, node.right))
        node = node.left
    return "".join([_part(module, node), *parts])


def _part(module: Module, node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(text_of(part, module.scopes) or _UNKNOWN for part in node.values)
    return text_of(node, module.scopes) or _UNKNOWN


def _holds_password(text: str, is_default: bool) -> bool:
    for match in _ADDRESS.finditer(text):
        host = match["host"]
        is_far = "." in host if is_default else not _LOCAL.fullmatch(host)
        if is_far and not _PLACEHOLDER.search(match["password"]):
            return True
    return False
