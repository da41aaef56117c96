"""What a kind of fact needs of a text: most files hold nothing of most kinds, and their words tell which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from celerylint.core.settings import Settings, Words
from celerylint.syntax.source import Source, whole_word


class Needs(NamedTuple):
    """What a kind says of itself (see `Kind`), without the class: the kinds that it is `of` by name, the pattern's
    text."""

    of: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    pattern: str = ""
    words_of: tuple[str, ...] = ()


def needs_of(kind: type[Any]) -> Needs:
    """What a kind says of itself."""
    pattern = getattr(kind, "pattern", None)
    return Needs(
        tuple(each.__name__ for each in kinds_before(kind)),
        getattr(kind, "words", ()),
        getattr(kind, "also", ()),
        pattern.pattern if pattern else "",
        getattr(kind, "words_of", ()),
    )


_before: dict[type[Any], tuple[type[Any], ...]] = {}


def kinds_before(kind: type[Any]) -> tuple[type[Any], ...]:
    """The kinds that a kind is of."""
    found = _before.get(kind)
    if found is None:
        of: type[Any] | tuple[type[Any], ...] = getattr(kind, "of", ())
        found = _before[kind] = of if isinstance(of, tuple) else (of,)
    return found


class Spoken:
    """The words of one file, asked one by one."""

    def __init__(self, source: Source, settings: Settings) -> None:
        self.source = source
        self._settings = settings
        self._words: dict[str, bool] = {}
        self._own: dict[str, bool] = {}

    def has(self, needs: Needs) -> bool:
        """Whether the text has what a kind needs, apart from the kinds that it is of."""
        if needs.also and not any(map(self.holds, needs.also)):
            return False
        if not needs.words and not needs.words_of:
            return True
        pattern = _compiled(needs.pattern) if needs.pattern else None
        for word in filter(self.holds, needs.words):
            if pattern is None or stands_in(self.source.text, word.strip("*"), pattern):
                return True
        return any(map(self.holds_own, needs.words_of))

    def holds(self, word: str) -> bool:
        """Whether the text holds a word."""
        found = self._words.get(word)
        if found is None:
            found = self._words[word] = self.source.holds(word)
        return found

    def holds_own(self, name: str) -> bool:
        """Whether the text holds one of the words of a setting."""
        found = self._own.get(name)
        if found is None:
            spelt = _spelt(getattr(self._settings, name))
            found = self._own[name] = any(all(map(self.holds, parts)) for parts in spelt)
        return found


class Gate:
    """The needs of kinds that somebody asks for, so that one look at the words of a file tells which of them it cannot
    hold, however many there are."""

    def __init__(self, kinds: Mapping[str, Needs], asked: Iterable[str]) -> None:
        self._kinds = kinds
        self._roots: list[str] = []
        """The kinds that are of no other."""
        self._parts: dict[str, list[str]] = {}
        """The kinds that are `of` each."""
        self._by_word: dict[bytes, list[str]] = {}
        self._anyway: set[str] = set()
        """The kinds that need no word."""
        self._tests: dict[str, Needs] = {}
        """The kinds for which whole words are not enough to tell, and what else there is to be looked for."""
        self._worth_a_test: dict[bytes, list[str]] = {b"": []}
        """Those kinds by a word without which they need not be tested; the empty word for those that have none."""
        for kind in asked:
            self._add(kind)
        self._telling = frozenset(self._by_word), frozenset(self._worth_a_test)
        """The words of both: sets are compared faster."""

    def _add(self, kind: str) -> None:
        if kind in self._parts:
            return
        needs = self._kinds.get(kind, Needs())
        self._parts[kind] = []
        for other in needs.of:
            self._add(other)
            self._parts[other].append(kind)
        if not needs.of:
            self._roots.append(kind)
        plain = [word for word in needs.words if word.isidentifier() and not needs.pattern and not needs.also]
        # A word with a star is looked for in any case.
        others = list(
            dict.fromkeys(w.lower() if "*" in w and not needs.pattern else w for w in needs.words if w not in plain)
        )
        for word in plain:
            self._by_word.setdefault(word.encode(), []).append(kind)
        if not needs.words and not needs.also:
            self._anyway.add(kind)
        elif others or needs.words_of:
            self._tests[kind] = needs._replace(words=tuple(others))
            whole = [] if needs.words_of else [whole_word(word) for word in others]
            for each in whole if whole and all(whole) else [b""]:
                self._worth_a_test.setdefault(each, []).append(kind)

    def held(self, spoken: Spoken) -> dict[str, bool]:
        """For each kind whether the file may hold it; what is only of kinds that it does not hold is left out."""
        tests, parts, words = self._tests, self._parts, spoken.source.words
        named = {kind for word in words & self._telling[0] for kind in self._by_word[word]}
        worth = {kind for word in words & self._telling[1] for kind in self._worth_a_test[word]}
        named |= self._anyway
        worth.update(self._worth_a_test[b""])
        found: dict[str, bool] = {}
        waiting = [*self._roots]
        for kind in waiting:
            if kind not in found:
                held = found[kind] = kind in named or (kind in worth and spoken.has(tests[kind]))
                if held:
                    waiting += parts[kind]
        return found


@cache
def _spelt(words: Words) -> list[list[str]]:
    """What a file must hold to hold each of the words of a setting: all parts of a dotted name."""
    return [[f"*{part}*" for part in word.strip("*").split(".") if part] for word in words]


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def stands_in(text: str, word: str, pattern: re.Pattern[str]) -> bool:
    """Whether the pattern matches where a word stands in a text. Searching by the pattern would be slow."""
    place = text.find(word)
    while place >= 0 and not pattern.match(text, place):
        place = text.find(word, place + 1)
    return place >= 0
