"""One file as rules see it: `Module.all(Kind)` gives every fact of a kind."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any, Protocol, TypeVar

from celerylint.core.settings import Settings
from celerylint.core.span import Span
from celerylint.facts.project import UNKNOWN_PROJECT, Place, Project
from celerylint.syntax.index import Index
from celerylint.syntax.scopes import Scopes
from celerylint.syntax.skeleton import SkeletonSource
from celerylint.syntax.source import Source


class Kind(Protocol):
    """A class of facts, which finds its own. A fact has a `span`, and a `node` that no rule looks at.

    It may have `words`: a file without any of them holds no such fact. A word of letters is a whole word, a star at its
    start or end stands for more of it; any other text (`.s(`) is found wherever it stands. Where a word stands, the
    `pattern` must match, if there is one. The settings named in `words_of` add their words. `of` is a kind without
    which there is none of this one.
    """

    @classmethod
    def find(cls, module: Module) -> Iterable[Any]: ...


KindT = TypeVar("KindT", bound=Kind)


class Gate:
    """The kinds that somebody asks for by the words that they need, so that one look at the words of a file tells which
    of them it cannot hold, however many there are."""

    def __init__(self, kinds: Iterable[type[Any]]) -> None:
        self.kinds: dict[type[Any], type[Any] | None] = {}
        """Each kind and the one that it needs, which comes before it."""
        for kind in kinds:
            chain = [kind]
            while getattr(chain[0], "of", None):
                chain.insert(0, chain[0].of)
            self.kinds.update(zip(chain, [None, *chain], strict=False))
        self.wordless: set[type[Any]] = set()
        self.by_word: dict[bytes, list[type[Any]]] = {}
        self.by_text: dict[type[Any], list[str]] = {}
        """The kinds for which whole words are not enough to tell, and what else there is to be looked for."""
        for kind in self.kinds:
            words: tuple[str, ...] = getattr(kind, "words", ())
            patterned = getattr(kind, "pattern", None) is not None
            plain = [word for word in words if word.isidentifier() and not patterned]
            for word in plain:
                self.by_word.setdefault(word.encode(), []).append(kind)
            if not words:
                self.wordless.add(kind)
            elif len(plain) < len(words) or hasattr(kind, "words_of"):
                self.by_text[kind] = [word for word in words if word not in plain]


class Module:
    """A parsed file, its settings, and the facts in it, each kind computed when first asked for.

    `project` answers for names of other files; unless the host indexed them, it knows nothing.
    """

    def __init__(self, source: Source, settings: Settings, project: Project = UNKNOWN_PROJECT) -> None:
        self.source = source
        self.settings = settings
        self.project = project
        self._held: dict[type[Any], bool] = {}
        self._words: dict[str, bool] = {}
        self._own_words: dict[str, bool] = {}
        self._facts: dict[type[Any], list[Any]] = {}
        self._by_node: dict[type[Any], dict[ast.AST, Any]] = {}

    def close(self) -> None:
        """Let go of everything: facts, module and index hold each other, and the command line runs without the
        collector of such rings."""
        for part in ("index", "scopes"):
            if part in vars(self):
                vars(vars(self)[part]).clear()
        vars(self).clear()

    @cached_property
    def index(self) -> Index:
        """The nodes of the tree."""
        return Index(self.source.tree, self.source)

    @cached_property
    def scopes(self) -> Scopes:
        """The meaning of names."""
        return Scopes(self.index, self.project.seen_from(self.source.path))

    @cached_property
    def imported(self) -> frozenset[str]:
        """The root packages that the file imports."""
        names = {alias.name for node in self.index.all(ast.Import, "import") for alias in node.names}
        names |= {node.module or "" for node in self.index.all(ast.ImportFrom, "import") if not node.level}
        return frozenset(name.partition(".")[0] for name in names)

    def imports(self, packages: frozenset[str]) -> bool:
        """Whether the file imports one of these root packages."""
        spoken = any(package.encode() in self.source.words for package in packages)
        return spoken and not self.imported.isdisjoint(packages)

    def is_called(self, dotted: str) -> bool:
        """Whether the file may be the module of a dotted name, by its path."""
        path = self.source.path.replace("\\", "/").removesuffix(".py").removesuffix("/__init__")
        tail = dotted.replace(".", "/")
        return bool(tail) and (path == tail or path.endswith(f"/{tail}"))

    def all(self, kind: type[KindT]) -> list[KindT]:
        """Every fact of a kind, in source order."""
        facts = self._facts.get(kind)
        if facts is None:
            facts = self._facts[kind] = list(kind.find(self)) if self.may_hold(kind) else []
        return facts

    def enter(self, gate: Gate) -> set[type[Any]]:
        """The kinds of a gate that the file may hold."""
        spoken = gate.wordless.union(*map(gate.by_word.__getitem__, self.source.words.intersection(gate.by_word)))
        for kind, other in gate.kinds.items():
            needed = other is None or self._held[other]
            self._held[kind] = needed and (
                kind in spoken or (kind in gate.by_text and self._has_words(kind, gate.by_text[kind]))
            )
        return {kind for kind in gate.kinds if self._held[kind]}

    def may_hold(self, kind: type[KindT]) -> bool:
        """Whether the text holds one of the words of a kind."""
        held = self._held.get(kind)
        if held is None:
            other: type[Any] | None = getattr(kind, "of", None)
            words: tuple[str, ...] = getattr(kind, "words", ())
            held = self._held[kind] = (other is None or self.may_hold(other)) and (
                not words or self._has_words(kind, words)
            )
        return held

    def _has_words(self, kind: type[KindT], words: Iterable[str]) -> bool:
        pattern = getattr(kind, "pattern", None)
        for word in words:
            if self._holds(word) and (pattern is None or _stands_in(self.source.text, word.strip("*"), pattern)):
                return True
        return any(map(self.holds_own, getattr(kind, "words_of", ())))

    def holds_own(self, name: str) -> bool:
        """Whether the text holds one of the words of a setting."""
        found = self._own_words.get(name)
        if found is None:
            words = (f"*{word.strip('*').rpartition('.')[2]}*" for word in getattr(self.settings, name))
            found = self._own_words[name] = any(map(self._holds, words))
        return found

    def _holds(self, word: str) -> bool:
        found = self._words.get(word)
        if found is None:
            found = self._words[word] = self.source.holds(word)
        return found

    def at(self, kind: type[KindT], node: ast.AST | None) -> KindT | None:
        """The fact of a kind that stands at a node."""
        table = self._by_node.get(kind)
        if table is None:
            table = self._by_node[kind] = {fact.node: fact for fact in self.all(kind)}  # type: ignore[attr-defined]
        return None if node is None else table.get(node)

    @property
    def is_elsewhere(self) -> bool:
        """Whether this is the skeleton of another file than the one that is checked."""
        return isinstance(self.source, SkeletonSource)

    def place(self, qualified: str | None) -> Place | None:
        """The definition of another file that a qualified name means."""
        if qualified is None or qualified.startswith((":", "builtins.")) or "(" in qualified:
            return None
        return self.project.place(qualified)

    def span(self, node: ast.AST) -> Span:
        """The place of a node."""
        return self.source.span(node)


def _stands_in(text: str, word: str, pattern: re.Pattern[str]) -> bool:
    """Whether the pattern matches where a word stands in a text. Searching by the pattern would be slow."""
    place = text.find(word)
    while place >= 0 and not pattern.match(text, place):
        place = text.find(word, place + 1)
    return place >= 0
