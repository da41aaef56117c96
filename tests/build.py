"""Modules made from a few lines of text."""

from __future__ import annotations

import ast
import textwrap
from typing import TypeVar

from celerylint.core.rule import Placed
from celerylint.core.settings import Settings
from celerylint.core.span import Span
from celerylint.facts.module import Kind, Module
from celerylint.syntax.source import Source, parse

PATH = "app/tasks.py"
DEFAULTS = Settings()
KindT = TypeVar("KindT", bound=Kind)


def dedented(text: str) -> str:
    """A text that was written inside a test, as a file would hold it."""
    return textwrap.dedent(text).lstrip("\n")


def indented(text: str, depth: int = 1) -> str:
    """The lines of a text as the body of something."""
    return textwrap.indent(dedented(text).rstrip("\n") + "\n", "    " * depth)


def source_of(text: str) -> Source:
    """A text, dedented and parsed."""
    text = dedented(text)
    return Source(PATH, text, parse(text))


def module_of(text: str, settings: Settings = DEFAULTS) -> Module:
    """The module that a text is."""
    return Module(source_of(text), settings)


def one(kind: type[KindT], text: str, settings: Settings = DEFAULTS) -> KindT:
    """The only fact of a kind in a text."""
    (fact,) = module_of(text, settings).all(kind)
    return fact


def under(module: Module, place: Placed | Span) -> str:
    """The text that a fact stands on."""
    return module.source.excerpt(place if isinstance(place, Span) else place.span)


def node_at(module: Module, text: str) -> ast.expr:
    """The last expression of a module that is spelt like that."""
    found = [
        node
        for node in ast.walk(module.source.tree)
        if isinstance(node, ast.expr) and module.source.excerpt(module.span(node)) == text
    ]
    return max(found, key=lambda node: (node.lineno, node.col_offset))
