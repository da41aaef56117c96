"""What the bytes of all Python files of a project tell: texts that somebody asks for, names that tasks are given, where
apps are made. No file is parsed for it, and each is read again only if it changed or something new is asked for.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from celerylint.core.regex import regex
from celerylint.linter.check import is_test_file
from celerylint.linter.files import discover
from celerylint.linter.look import Answer
from celerylint.linter.tables import Tables
from celerylint.linter.versions import Seen

_NAME = regex(rb"""name(?<!\wname)\s*=\s*(["'])([^"'\\\n]+)\1""")
"""It begins as it is spelled, and so is found fast: one with a boundary before the word is tried at each letter."""

_APP = regex(rb"\bCelery\(")
_WORD = regex(r"\w+")
_ASIDE = frozenset(
    "archive backup backups benchmarks demo demos doc docs example examples legacy playground sample samples sandbox "
    "scripts templates third_party vendor vendored _vendor".split()
)
"""Folders of code that no worker of the project loads beside the rest of it."""

_ENTRY_POINTS = ("pyproject.toml", "setup.cfg")
_QUESTIONS = frozenset("holding holding_in_code speaking_of may_load tested_words naming making_apps choosing".split())
_MOST_TEXTS = 500
"""After so many texts what is known of them is let go of."""


def is_aside(relative_path: str) -> bool:
    """Whether a path from the root of a project is that of a test, an example or a copy."""
    return is_test_file(relative_path) or not _ASIDE.isdisjoint(relative_path.split("/"))


class _Row(NamedTuple):
    """What a file holds: its version, names that something is given there, whether an app may be made there, and which
    of the texts that were asked for."""

    version: str
    names: tuple[str, ...]
    makes_app: bool
    texts: frozenset[str]


class AllFiles:
    """The Python files of a project, by their bytes."""

    def __init__(
        self, root: str, kept: Tables, seen: Seen | None = None, texts: Mapping[str, str] | None = None
    ) -> None:
        self._root = root
        self._inside = os.path.join(root, "")
        self._kept = kept
        self._seen = seen
        self._texts = {} if texts is None else texts
        """What is in an editor and not yet on the disk, by path."""
        self._versions: dict[str, str] | None = None
        """The paths of the files as they were last looked for."""
        self._is_settled = False
        self._rows: dict[str, _Row] | None = None
        self._asked: set[str] = set()
        """The texts that all rows say something of."""
        self._named: dict[str, list[str]] | None = None
        self._tested: frozenset[str] | None = None

    def look_again(self) -> None:
        """Files may have changed since."""
        self._versions = None
        self._tested = None

    def change(self, path: str) -> None:
        """Another text stands for a file."""
        if self._rows is not None:
            self._rows.pop(path, None)
        self._named = None
        self._tested = None

    # --- questions

    def answer(self, question: str, *arguments: str) -> Answer:
        """What one of the methods below gives, as it is kept. Raises ValueError for another."""
        if question not in _QUESTIONS:
            raise ValueError(f"{question!r:.40} is no question")
        return plain(getattr(self, question)(*arguments))

    def holding(self, *texts: str) -> list[str]:
        """The files that hold one of these texts."""
        rows = self._read(texts) if texts else {}
        return [path for path, row in rows.items() if not row.texts.isdisjoint(texts)]

    def holding_in_code(self, *texts: str) -> list[str]:
        """Those of them that are no tests."""
        return [path for path in self.holding(*texts) if not is_test_file(self.relative(path))]

    def speaking_of(self, word: str) -> list[str]:
        """The files, tests left out, that hold a whole word."""
        pattern = re.compile(rb"\b" + re.escape(word.encode()) + rb"\b")
        return [path for path in self.holding_in_code(word) if pattern.search(self._data(path))]

    def may_load(self, path: str, *tasks: str) -> bool:
        """Whether another file, tests left out, imports a file of a package or names it, otherwise than in the name of
        one of these tasks; or whether the project's own settings do, which may hold entry points, or what starts its
        workers: `celery worker -I module`."""
        from celerylint.linter.deployment import deployed, deployment_files  # for what is about to be reported

        folder, name = os.path.split(path)
        stem, package = re.escape(name.removesuffix(".py")), re.escape(os.path.basename(folder))
        listed = rf"import\b(?:\s*\([^)]*|(?:[^\n\\]|\\\r?\n)*)\b{stem}\b"
        in_name = "|".join(map(re.escape, tasks))
        anywhere = re.compile(rf"\b{package}(?:[./:]{stem}\b(?!\.(?:{in_name})[\"'])|\s+{listed})".encode())
        beside = re.compile(rf"from\s*\.+\s*(?:{stem}\b|{listed})|[\"']\.?{stem}[\"']".encode())
        for other in self.holding_in_code(name.removesuffix(".py")):
            data = self._data(other) if other != path else b""
            if anywhere.search(data) or (other.startswith(os.path.join(folder, "")) and beside.search(data)):
                return True
        if self._seen:
            self._seen.see_deployed(self._root, deployed(self._root, self._seen.since))
        named = (os.path.join(self._root, each) for each in _ENTRY_POINTS)
        return any(anywhere.search(_bytes(each)) for each in (*named, *deployment_files(self._root)))

    def tested_words(self) -> frozenset[str]:
        """Every word in the test files."""
        if self._tested is None:
            words: set[str] = set()
            for path in self._paths:
                if is_test_file(self.relative(path)):
                    words.update(_WORD.findall(self._data(path).decode(errors="replace")))
            self._tested = frozenset(words)
        return self._tested

    def naming(self, name: str) -> list[str]:
        """The files in which something is given a name, but for tests, examples and copies."""
        rows = self._read(())
        if self._named is None:
            self._named = {}
            for path, row in rows.items():
                for each in row.names:
                    self._named.setdefault(each, []).append(path)
        return self._named.get(name, [])

    def making_apps(self) -> list[str]:
        """The files in which an app may be made, but for tests, examples and copies."""
        return [path for path, row in self._read(()).items() if row.makes_app]

    def choosing(self, one: str, other: str) -> bool:
        """Whether a file imports one or the other of two names: not at its top, and not in one line."""
        inner = [
            re.compile(rb"^[ \t]+(?:from|import)\b.*\b" + re.escape(part.encode()) + rb"\b.*", re.MULTILINE)
            for part in (one, other)
        ]
        both = set(self.holding(one)).intersection(self.holding(other))
        for path in both:
            lines = [set(pattern.findall(self._data(path))) for pattern in inner]
            if all(lines) and lines[0] != lines[1] and not is_aside(self.relative(path)):
                return True
        return False

    def relative(self, path: str) -> str:
        """The path of a file from the root."""
        inner = path[len(self._inside) :] if path.startswith(self._inside) else os.path.relpath(path, self._root)
        return inner.replace(os.sep, "/")

    # --- files

    @property
    def _paths(self) -> dict[str, str]:
        if self._versions is None:
            looked = Seen()
            found = list(discover([os.path.abspath(self._root)], lambda path: False, False, seen=looked))
            self._versions = {each.path: looked.line_of(each.path) for each in found if each.cause is None}
            self._is_settled = looked.is_settled
            self._named = None
            if self._rows is not None:
                self._rows = self._still_so(self._rows)
            if self._seen:
                self._seen.add(looked)
        return self._versions

    def _still_so(self, rows: dict[str, _Row]) -> dict[str, _Row]:
        versions = self._versions or {}
        # The version of a file that has just changed is a mark, without a size and a time.
        same = {path: row for path, row in rows.items() if "/" in row.version and versions.get(path) == row.version}
        return {path: row for path, row in same.items() if path not in self._texts} if self._texts else same

    def _read(self, texts: Iterable[str]) -> dict[str, _Row]:
        """What all files hold, these texts among it."""
        versions = self._paths
        if self._rows is None:
            rows, self._asked = _rows_of(self._kept.get(self._root))
            self._rows = self._still_so(rows)
        new = set(texts) - self._asked
        if not new and len(self._rows) == len(versions):
            return self._rows
        if len(self._asked) + len(new) > _MOST_TEXTS:
            self._rows, self._asked = {}, set()
        self._rows = {path: self._looked_at(path, version, new) for path, version in versions.items()}
        self._asked |= new
        self._named = None
        if self._is_settled and not self._texts:
            self._kept.put(self._root, _document(self._rows, self._asked))
        return self._rows

    def _data(self, path: str) -> bytes:
        return self._texts[path].encode(errors="replace") if path in self._texts else _bytes(path)

    def _looked_at(self, path: str, version: str, new: set[str]) -> _Row:
        known = (self._rows or {}).get(path)
        if known and not new:
            return known
        data = self._data(path)
        held = frozenset(text for text in (new if known else new | self._asked) if text.encode() in data)
        if known:
            return known._replace(texts=known.texts | held) if held else known
        return _Row(version, *(((), False) if is_aside(self.relative(path)) else _given(data)), held)


def plain(answer: bool | list[str] | frozenset[str]) -> Answer:
    """An answer as it is kept: of texts, which may be many, what no others give."""
    if isinstance(answer, bool):
        return answer
    from hashlib import sha256  # only where a run is kept

    texts = answer if isinstance(answer, list) else sorted(answer)
    return sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()


def _bytes(path: str) -> bytes:
    """What a file holds; nothing if it cannot be read."""
    try:
        with open(path, "rb", buffering=0) as file:
            return file.read()
    except OSError:
        return b""


def _given(data: bytes) -> tuple[tuple[str, ...], bool]:
    """The names in a file, and whether it seems to make an app. What looks like a name is enough: its file can be
    asked."""
    names = dict.fromkeys(found[2] for found in _NAME.finditer(data)) if b"task" in data and b"name" in data else {}
    makes_app = b"Celery(" in data and _APP.search(data) is not None
    return tuple(name.decode(errors="replace") for name in names), makes_app


def _document(rows: dict[str, _Row], asked: set[str]) -> object:
    """Rows as they are kept."""
    files = {path: (row.version, row.names, row.makes_app, sorted(row.texts)) for path, row in rows.items()}
    return {"asked": sorted(asked), "files": files}


def _rows_of(document: object) -> tuple[dict[str, _Row], set[str]]:
    """Rows that were kept, and the texts that they say something of; none if anything is not as we write it."""
    try:
        files, asked = document["files"], _texts(document["asked"])  # type: ignore[index]
        rows = {path: _row(*row) for path, row in files.items()}
    except (TypeError, LookupError, AttributeError):
        return {}, set()
    return rows, set(asked)


def _row(version: object, names: object, makes_app: object, texts: object) -> _Row:
    if not isinstance(version, str) or not isinstance(makes_app, bool):
        raise TypeError("no row")
    return _Row(version, _texts(names), makes_app, frozenset(_texts(texts)))


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise TypeError("no texts")
    return tuple(value)
