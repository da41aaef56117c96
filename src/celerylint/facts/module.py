"""One file as rules see it: `Module.all(Kind)` gives every fact of a kind."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Protocol, TypeVar

from celerylint.core.lazy import lazy
from celerylint.core.settings import Settings
from celerylint.core.span import Span
from celerylint.facts.needs import Spoken, kinds_before, needs_of
from celerylint.facts.project import UNKNOWN_PROJECT, Place, Project
from celerylint.syntax.index import Index
from celerylint.syntax.scopes import Scopes
from celerylint.syntax.skeleton import SkeletonSource
from celerylint.syntax.source import Source


class Kind(Protocol):
    """A class of facts, which finds its own. A fact has a `span`, and a `node` that no rule looks at.

    It may have `words`: a file without any of them holds no such fact. A word of letters is a whole word, a star at its
    start or end stands for more of it; any other text (`.s(`) is found wherever it stands. Where a word stands, the
    `pattern` must match, if there is one. The settings named in `words_of` add their words. One of the words in `also`
    must be there besides. `of` is a kind without which there is none of this one, or several, one of which must be.
    """

    @classmethod
    def find(cls, module: Module) -> Iterable[Any]: ...


KindT = TypeVar("KindT", bound=Kind)


class Module:
    """A parsed file, its settings, and the facts in it, each kind computed when first asked for.

    `project` answers for names of other files; unless the host indexed them, it knows nothing. `held` says of kinds,
    by name, whether the file may hold them, as far as somebody looked.
    """

    def __init__(
        self,
        source: Source,
        settings: Settings,
        project: Project = UNKNOWN_PROJECT,
        spoken: Spoken | None = None,
        held: dict[str, bool] | None = None,
    ) -> None:
        self.source = source
        self.settings = settings
        self.project = project
        self.spoken = spoken or Spoken(source, settings)
        self._held = {} if held is None else held
        self._said: dict[re.Pattern[str], bool] = {}
        self._speaks: dict[type[Any], bool] = {}
        self._facts: dict[type[Any], list[Any]] = {}
        self._by_node: dict[type[Any], dict[ast.AST, Any]] = {}

    def close(self) -> None:
        """Let go of everything: facts, module and index hold each other, and the command line runs without the
        collector of such rings."""
        for part in ("index", "scopes"):
            if part in vars(self):
                vars(vars(self)[part]).clear()
        vars(self).clear()

    def alone(self) -> Module:
        """The same file in a project of its own."""
        module = Module(self.source, self.settings, spoken=self.spoken, held=self._held)
        vars(module)["index"] = self.index
        return module

    @lazy
    def index(self) -> Index:
        """The nodes of the tree."""
        return Index(self.source.tree, self.source)

    @lazy
    def scopes(self) -> Scopes:
        """The meaning of names."""
        return Scopes(self.index, self.project.seen_from(self.source.path))

    @lazy
    def imported(self) -> frozenset[str]:
        """The root packages that the file imports."""
        return _roots(self.index.all(ast.Import, "import"), self.index.all(ast.ImportFrom, "import"))

    @lazy
    def _imported_at_top(self) -> frozenset[str]:
        """Those that the module's own body imports."""
        own = self.index.own
        return _roots(own(self.index.tree, ast.Import), own(self.index.tree, ast.ImportFrom))

    def imports(self, packages: frozenset[str]) -> bool:
        """Whether the file imports one of these root packages."""
        spoken = not self.source.words.isdisjoint(_encoded(packages))
        return spoken and not (self._imported_at_top.isdisjoint(packages) and self.imported.isdisjoint(packages))

    def is_called(self, dotted: str) -> bool:
        """Whether the file may be the module of a dotted name, by its path."""
        path = self.source.path.replace("\\", "/").removesuffix(".py").removesuffix("/__init__")
        tail = dotted.replace(".", "/")
        return bool(tail) and (path == tail or path.endswith(f"/{tail}"))

    def all(self, kind: type[KindT]) -> list[KindT]:
        """Every fact of a kind, in source order."""
        facts = self._facts.get(kind)
        if facts is None:
            facts = self._facts[kind] = (
                list(kind.find(self)) if self.may_hold(kind) and self._holds_before(kind) else []
            )
        return facts

    def _holds_before(self, kind: type[Any]) -> bool:
        """Whether there is a fact that one of the kind could be of."""
        before = kinds_before(kind)
        for other in before:
            if self._facts.get(other) or self.all(other):
                return True
        return not before

    def may_hold(self, kind: type[Any]) -> bool:
        """Whether the text holds one of the words of a kind, and of one that it is of."""
        held = self._held.get(kind.__name__)
        if held is None:
            before = kinds_before(kind)
            held = (not before or any(map(self.may_hold, before))) and self.speaks_of(kind)
            self._held[kind.__name__] = held
        return held

    def speaks_of(self, kind: type[Any]) -> bool:
        """Whether the text holds one of the words of a kind, whatever the kind is of."""
        found = self._speaks.get(kind)
        if found is None:
            found = self._speaks[kind] = self.spoken.has(needs_of(kind))
        return found

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Whether a pattern is somewhere in the text, looked for once, however many facts ask."""
        found = self._said.get(pattern)
        if found is None:
            found = self._said[pattern] = pattern.search(self.source.text) is not None
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

    def defined(self, qualified: str | None) -> ast.AST | None:
        """The definition that a qualified name means, in this file or another, of which only the header is to be
        looked at."""
        found = self.scopes.defined(qualified)
        place = None if found else self.place(qualified)
        return place.node if place else found

    def span(self, node: ast.AST) -> Span:
        """The place of a node."""
        return self.source.span(node)


@cache
def _encoded(packages: frozenset[str]) -> frozenset[bytes]:
    return frozenset(package.encode() for package in packages)


def _roots(plain: list[ast.Import], froms: list[ast.ImportFrom]) -> frozenset[str]:
    names = {alias.name for node in plain for alias in node.names}
    names |= {node.module or "" for node in froms if not node.level}
    return frozenset(name.partition(".")[0] for name in names)
