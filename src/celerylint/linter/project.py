"""The other files of a project: which file an import means, and what its names mean there.

A file is read when a name leads to it, and kept as a skeleton (`syntax/skeleton.py`), from the disk cache if it did not
change. Nothing is imported or run. A name that nobody can follow stays as it is spelled.
"""

from __future__ import annotations

import ast
import os
import re
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from celerylint.core.regex import regex
from celerylint.core.settings import Settings
from celerylint.facts.module import Module
from celerylint.facts.project import Place, Value
from celerylint.linter.check import is_test_file
from celerylint.linter.files import discover
from celerylint.linter.given_names import GivenNames, is_aside
from celerylint.linter.summaries import NO_CACHE, Entry, Steps, Summaries
from celerylint.linter.versions import Seen, Version, names_in, version_of
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.scopes import Scopes
from celerylint.syntax.skeleton import SkeletonSource, skeleton
from celerylint.syntax.source import STANDARD_LIBRARY, Source, SourceError, decode, parse

if TYPE_CHECKING:
    from celerylint.facts.effects import Effects

_ROOT_FILES = ("pyproject.toml", "setup.cfg", "setup.py", ".git")
_FRESH = 1.0
"""For so many seconds a file is not looked at again: that is how late an edit of another file may be seen."""

_INIT = "__init__.py"
_WORD = regex(r"\w+")
_LARGEST = 2_000_000
_MAX_IMPORTS = 20
_KEPT = 60
"""With more files in memory all are let go of before the next check: 60 instead of 100 took a run over 24 trees
from 141 to 113 MB, and no longer."""

_NOT_OURS = STANDARD_LIBRARY | frozenset(
    "celery kombu billiard amqp vine redis sqlalchemy sqlmodel django flask fastapi starlette pydantic requests httpx "
    "aiohttp urllib3 boto3 botocore asgiref asyncpg psycopg psycopg2 gevent eventlet structlog loguru sentry_sdk numpy "
    "pandas rest_framework flask_sqlalchemy django_celery_beat django_celery_results celery_once celery_singleton "
    "alembic pymongo motor elasticsearch attr attrs click typer jinja2 yaml tenacity prometheus_client statsd".split()
)
"""Root packages that no file of a project stands for, even if one bears the name."""


def project_root(folder: str) -> str:
    """The nearest folder, at or above an absolute path, that a project begins at; the path itself if there is none."""
    current = folder
    while True:
        if _is_root(current):
            return current
        above = os.path.dirname(current)
        if above == current:
            return folder
        current = above


def _is_root(folder: str) -> bool:
    return any(os.path.exists(os.path.join(folder, name)) for name in _ROOT_FILES)


def is_ours(name: str) -> bool:
    """Whether a file of the project may define what has that name in other files."""
    return not name.startswith(":") and name.partition(".")[0].partition("(")[0] not in _NOT_OURS


class _File(NamedTuple):
    """A file that was looked at. `module` is None if it is no Python, `version` what was on the disk."""

    version: Version | None
    module: Module | None


class ProjectIndex:
    """The files of one project, each read when a name leads to it."""

    def __init__(self, root: str, settings: Settings, cache: Summaries = NO_CACHE, seen: Seen | None = None) -> None:
        self.root = root
        self.seen = seen
        self._settings = settings
        self._cache = cache
        self._files: dict[str, _File] = {}
        self._views: dict[str, _View] = {}
        self._folders: dict[str, frozenset[str]] = {}
        self._written: dict[tuple[str, ...], bool] = {}
        self._steps: dict[str, Steps] = {}
        self._effects: dict[str, Effects | None] = {}
        self._tested: frozenset[str] | None = None
        self._names: GivenNames | None = None
        self._texts = dict(_held)
        """What is in an editor and not yet on the disk, by path."""
        self._looked = time.monotonic()
        self.parsed = 0
        """How many files were parsed, and not had from memory or the cache."""

    # --- the life of an index

    def begin(self, path: str, unsaved: str | None = None) -> None:
        """A file is going to be checked, before which changed ones may be forgotten; `unsaved` is its text if that is
        not what is on the disk."""
        self.replace(path, unsaved)
        if len(self._files) > _KEPT:
            self.forget()
        elif time.monotonic() - self._looked >= _FRESH:
            self.refresh()

    def replace(self, path: str, unsaved: str | None) -> bool:
        """Let a text stand for a file, or again what is on the disk; whether that may mean something else to others.
        Nothing is forgotten if others have not read the file, or read the same in it still."""
        path = os.path.abspath(path)
        if self._texts.get(path) == unsaved:
            return False
        if unsaved is None:
            del self._texts[path]
        else:
            self._texts[path] = unsaved
        self._written.clear()
        self._tested = None
        is_news = not self._files or (path in self._files and not self._is_same(path))
        if is_news:
            self.forget()
        return is_news

    def _is_same(self, path: str) -> bool:
        """Whether a file is to others what it was before another text stood for it."""
        module, version = self._files[path].module, version_of(path)
        bare = self._skeleton(path, version)
        if module is None or bare is None or not _means(bare, module.source):
            return False
        self._files[path] = _File(version, module)
        return path not in self._steps or self._read_steps(path, module) == self._steps[path]

    def refresh(self) -> None:
        """Forget everything if something has changed on the disk."""
        self._looked = time.monotonic()
        self._names = None
        on_disk = ((path, file.version) for path, file in self._files.items() if path not in self._texts)
        if any(version_of(path) != version for path, version in on_disk) or any(
            names_in(folder) != names for folder, names in self._folders.items()
        ):
            self.forget()

    def forget(self) -> None:
        """Let go of everything that was read."""
        for file in self._files.values():
            if file.module:
                file.module.close()
        for memo in (self._files, self._views, self._folders, self._written, self._steps, self._effects):
            memo.clear()
        self._tested = None
        self._names = None

    # --- names

    def seen_from(self, path: str) -> _View:
        """What names mean in the files of a folder."""
        folder = os.path.dirname(os.path.abspath(path))
        view = self._views.get(folder)
        if view is None:
            view = self._views[folder] = _View(self, folder)
        return view

    def place(self, name: str) -> Place | None:
        """The definition with a qualified name."""
        path, rest = self.below(self.root, name.split("."))
        module = self.module(path) if path and rest else None
        node = module.scopes.defined(f":{rest}") if module else None
        return Place(module, node) if module and node else None

    def meaning(self, path: str, name: str) -> str:
        """What a qualified name in the file with that path is known as in the whole project."""
        if not name.startswith(":"):
            return self.seen_from(path).resolve(name)
        path = os.path.abspath(path)
        module = self.module(path)
        meant = (module.scopes.reached(name[1:]) if module else None) or name
        return f"{self.name_of(path)}.{meant[1:]}" if meant.startswith(":") else meant

    def effects(self, name: str) -> Effects | None:
        """What the function of the project does that a name has in the whole project."""
        if name not in self._effects:
            self._effects[name] = self._effects_of(name)
        return self._effects[name]

    def _effects_of(self, name: str) -> Effects | None:
        place = self.place(name) if is_ours(name) else None
        if place is None or not isinstance(place.node, FUNCTIONS):
            return None
        from celerylint.facts.effects import Effects
        from celerylint.facts.function_summary import step_of

        path = place.module.source.path
        if path not in self._steps:
            self._steps[path] = self._read_steps(path, place.module) or {}
        found = self._steps[path].get(place.module.scopes.path(place.node))
        return None if found is None else Effects(place.module, place.node, tuple(map(step_of, found)))

    def name_of(self, path: str) -> str:
        """The qualified name of a module: its path from the root, with dots. Unlike the name it is imported by, it is
        that of one file only."""
        relative = os.path.relpath(path, self.root)
        return relative.removesuffix(".py").replace(os.sep, ".").removesuffix(".__init__")

    def value(self, path: str, imported: str) -> Value | None:
        """What is assigned to a name that a file imports, through the files that import it in their turn."""
        for _ in range(_MAX_IMPORTS):
            found, rest = self.seen_from(path).located(imported)
            module = self.module(found) if found and rest else None
            held = module.scopes.held(rest) if module else None
            if module is None or found is None or held is None:
                return None
            if isinstance(held, ast.expr):
                return Value(module, held)
            path, imported = found, held
        return None

    def module_called(self, path: str, dotted: str) -> Module | None:
        """The module that a file would import by a dotted name."""
        found, rest = self.seen_from(path).located(dotted)
        return self.module(found) if found and not rest else None

    def is_written(self, text: str, *but_in: str) -> bool:
        """Whether another Python file than these holds a text. Reads them all: for what is about to be reported."""
        key = (text, *but_in)
        known = self._written.get(key)
        if known is None:
            known = self._written[key] = self._is_written(text.encode(), {*map(os.path.abspath, but_in)})
        return known

    def _is_written(self, text: bytes, but_in: set[str]) -> bool:
        return any(path not in but_in and text in data for path, data in self._texts_of_all())

    def tested_words(self) -> frozenset[str]:
        """Every word in the test files of the project. Reads them all, for a rule that is off by default."""
        if self._tested is None:
            words: set[str] = set()
            for _, data in self._texts_of_all(is_test_file):
                words.update(_WORD.findall(data.decode(errors="replace")))
            self._tested = frozenset(words)
        return self._tested

    def _texts_of_all(self, is_wanted: Callable[[str], bool] = bool) -> Iterator[tuple[str, bytes]]:
        """Each Python file of the project that can be read and whose path from the root is wanted."""
        for found in discover([self.root], lambda path: False, force_exclude=False, seen=self.seen):
            if found.cause is None and is_wanted(self._relative(found.path)):
                path = os.path.abspath(found.path)
                if path in self._texts:
                    yield path, self._texts[path].encode(errors="replace")
                    continue
                try:
                    with open(path, "rb") as file:
                        yield path, file.read()
                except OSError:
                    continue

    def speaks_of(self, word: str, but_in: str) -> bool:
        """Whether another Python file of the project, tests left out, holds a word. Reads them all: for what is about
        to be reported."""
        key = (f"\\b{word}\\b", but_in)
        known = self._written.get(key)
        if known is None:
            pattern = re.compile(rb"\b" + re.escape(word.encode()) + rb"\b")
            own = os.path.abspath(but_in)
            texts = self._texts_of_all(lambda relative: not is_test_file(relative))
            known = self._written[key] = any(path != own and pattern.search(data) for path, data in texts)
        return known

    def naming(self, name: str, but_in: str) -> list[Module]:
        """The other files of the project in which a task may be given a name, but for tests, examples and copies."""
        own = os.path.abspath(but_in)
        if is_aside(self._relative(own)):
            return []
        mine = self.module(own) if self._given.files.get(name, [own]) != [own] else None
        others = [self.module(path) for path in self._given.files.get(name, ()) if path != own] if mine else []
        return [other for other in others if other and mine and other.source.text != mine.source.text]

    def chooses(self, one: Module, other: Module) -> bool:
        """Whether a file of the project imports two others where it may be one or the other: not at its top, and not
        in one line. Reads all: for what is about to be reported."""
        first, second = (self.path_of(each).removesuffix(".py").split("/")[::-1] for each in (one, other))
        differing = next((pair for pair in zip(first, second, strict=False) if pair[0] != pair[1]), None)
        if differing is None:
            return False
        inner = [
            re.compile(rb"^[ \t]+(?:from|import)\b.*\b" + re.escape(part.encode()) + rb"\b.*", re.MULTILINE)
            for part in differing
        ]
        for _, data in self._texts_of_all(lambda relative: not is_aside(relative)):
            lines = [set(pattern.findall(data)) for pattern in inner]
            if all(lines) and lines[0] != lines[1]:
                return True
        return False

    def app_files(self) -> list[Module]:
        """The files of the project in which an app may be made, but for tests, examples and copies."""
        return [module for module in map(self.module, self._given.apps) if module]

    @property
    def _given(self) -> GivenNames:
        if self._names is None:
            self._names = GivenNames(self.root, self._cache, self.seen)
        return self._names

    def _relative(self, path: str) -> str:
        return os.path.relpath(path, self.root).replace(os.sep, "/")

    def path_of(self, module: Module) -> str:
        """The path of a file from the root of the project."""
        return self._relative(os.path.abspath(module.source.path))

    def beside(self, path: str, level: int = 1) -> frozenset[str]:
        """The names of the modules in the folder of a file, as `from . import name` finds them; with a higher level in
        a folder above."""
        folder = os.path.abspath(path)
        for _ in range(level):
            folder = os.path.dirname(folder)
        names = self.listed(folder)
        modules = frozenset(each.removesuffix(".py") for each in names if each.endswith(".py") and each != _INIT)
        return modules | {each for each in names if _INIT in self.listed(os.path.join(folder, each))}

    # --- files

    def module(self, path: str) -> Module | None:
        """The skeleton of a file; None if it cannot be read."""
        file = self._files.get(path)
        if file is None:
            file = self._files[path] = self._read(path)
        return file.module

    def _read(self, path: str) -> _File:
        version = version_of(path)
        if self.seen:
            self.seen.see_file(path, version)
        bare = self._skeleton(path, version)
        try:
            tree = None if bare is None else parse(bare)
        except SourceError:  # only a cache that somebody wrote into has such
            tree = None
        if bare is None or tree is None:
            return _File(version, None)
        return _File(version, Module(SkeletonSource(path, bare, tree), self._settings, self))

    def _skeleton(self, path: str, version: Version | None) -> str | None:
        if path in self._texts:
            return self._skeleton_of(self._texts[path])
        if version is None or version.size > _LARGEST:
            return None
        kept = self._cache.get(path, version)
        if kept:
            return kept.skeleton
        try:
            with open(path, "rb") as file:
                data = file.read()
            bare = self._skeleton_of(decode(data))
        except (OSError, SourceError):
            return None
        if bare is not None and version_of(path) == version:
            self._cache.put(path, version, Entry(bare))
        return bare

    def _read_steps(self, path: str, module: Module) -> Steps | None:
        """What the functions of a file do; None if it cannot be read, or is no longer what its skeleton was made of."""
        version = self._files[path].version
        is_saved = path not in self._texts
        kept = self._cache.get(path, version) if is_saved and version else None
        if kept and kept.steps is not None:
            return kept.steps
        try:
            if is_saved:
                with open(path, "rb") as file:
                    text = decode(file.read())
            else:
                text = self._texts[path]
            tree = parse(text)
        except (OSError, SourceError):
            return None
        from celerylint.facts.function_summary import summary_of

        self.parsed += 1
        whole = Module(Source(path, text, tree), self._settings)
        steps = summary_of(whole)
        whole.close()
        if is_saved and version and version_of(path) == version:
            self._cache.put(path, version, Entry(module.source.text, steps))
        return steps

    def _skeleton_of(self, text: str) -> str | None:
        try:
            tree = parse(text)
        except SourceError:
            return None
        self.parsed += 1
        return skeleton(text, tree)

    def below(self, folder: str, parts: list[str], package: bool = False) -> tuple[str | None, str]:
        """Follow the parts of a name down from a folder as far as there are modules: the last one's file, and what is
        left of the name. `package` means that the folder itself may be what is named."""
        path = os.path.join(folder, _INIT) if package and _INIT in self.listed(folder) else None
        for position, part in enumerate(parts):
            names, inner = self.listed(folder), os.path.join(folder, part)
            within = self.listed(inner) if part in names else frozenset()
            if f"{part}.py" in names and _INIT not in within:
                return f"{inner}.py", ".".join(parts[position + 1 :])
            if not within:
                return path, ".".join(parts[position:])
            folder, path = inner, os.path.join(inner, _INIT) if _INIT in within else None
        return path, ""

    def listed(self, folder: str) -> frozenset[str]:
        """The names in a folder; none if it is none."""
        names = self._folders.get(folder)
        if names is None:
            names = self._folders[folder] = names_in(folder)
            if self.seen:
                self.seen.see_names(folder, names)
        return names


def _means(bare: str, source: Source) -> bool:
    """Whether a skeleton is another one's, but for comments and blanks that move nothing."""
    if bare == source.text:
        return True
    one, other = (ast.dump(tree, include_attributes=True) for tree in (parse(bare), source.tree))
    return one == other


class _View:
    """What the files of one folder mean by names."""

    def __init__(self, index: ProjectIndex, folder: str) -> None:
        self._index = index
        self._folder = folder
        self._resolved: dict[str, str] = {}
        self._roots: list[str] | None = None

    def resolve(self, name: str) -> str:
        """What a name is known as where it is made."""
        known = self._resolved.get(name)
        if known is None:
            self._resolved[name] = name  # a cycle of imports means nothing
            known = self._resolved[name] = self._followed(name) if self._may_be_ours(name) else name
        return known

    def exports(self, module: str, name: str) -> bool:
        """Whether `from module import *` binds a name."""
        path, rest = self.located(module)
        found = self._index.module(path) if path and not rest else None
        return found is not None and found.scopes.reached(name) is not None

    def value(self, imported: str) -> tuple[Scopes, ast.expr] | None:
        """The expression that an imported name, or an attribute of one, stands for, and the scopes that it is in."""
        if not self._may_be_ours(imported):
            return None
        found = self._index.value(os.path.join(self._folder, _INIT), imported)
        return (found.module.scopes, found.node) if found else None

    def _may_be_ours(self, name: str) -> bool:
        return name.startswith(".") or is_ours(name)

    def _followed(self, name: str) -> str:
        path, rest = self.located(name)
        if path is None:
            return name
        home = self._index.name_of(path)
        module = self._index.module(path) if rest else None
        if module is None:
            return f"{home}.{rest}" if rest else home
        meant = module.scopes.reached(rest)
        if meant is None:
            return f"{home}.{rest}"
        return f"{home}.{meant[1:]}" if meant.startswith(":") else meant

    def located(self, name: str) -> tuple[str | None, str]:
        """The file that a name leads to, and what of the name is left there."""
        bare = name.lstrip(".")
        level = len(name) - len(bare)
        parts = [part for part in bare.split(".") if part]
        if level:
            folder = self._folder
            for _ in range(level - 1):
                folder = os.path.dirname(folder)
            return self._index.below(folder, parts, package=True)
        for root in self.roots:
            path, rest = self._index.below(root, parts)
            if path:
                return path, rest
        return None, name

    @property
    def roots(self) -> list[str]:
        """The folders that imports begin at, nearest first: those above that are no package, and their `src`."""
        if self._roots is None:
            self._roots = []
            folder, root = self._folder, self._index.root
            while True:
                names = self._index.listed(folder)
                if _INIT not in names:
                    self._roots.append(folder)
                    if "src" in names and _INIT not in self._index.listed(os.path.join(folder, "src")):
                        self._roots.append(os.path.join(folder, "src"))
                if folder == root or os.path.dirname(folder) == folder:
                    break
                folder = os.path.dirname(folder)
        return self._roots


_MOST_INDEXES = 2
"""So many projects are kept in memory: files come folder by folder, and an editor has few open."""

_indexes: dict[tuple[str, Settings], ProjectIndex] = {}
_held: dict[str, str] = {}
"""What is in an editor, by path, for every index there will be."""
_roots: dict[str, tuple[float, str | None]] = {}


def _root_above(folder: str) -> str | None:
    """`project_root`, as it was found not long ago for the folder or one above it; None if there is none."""
    now = time.monotonic()
    since, root = _roots.get(folder, (now - _FRESH, None))
    if now - since >= _FRESH:
        above = os.path.dirname(folder)
        beyond = None if above == folder else _root_above(above)
        root = folder if _is_root(folder) else beyond
        _roots[folder] = now, root
    return root


def index_for(
    path: str, settings: Settings, cache: Summaries = NO_CACHE, unsaved: str | None = None, seen: Seen | None = None
) -> ProjectIndex:
    """The index of the project around a file that is going to be checked: one for each root and settings in the life
    of a process, or of a `seen`, to which it adds what it looks at. `unsaved` is the text of the file if that is not
    what is on the disk."""
    folder = os.path.dirname(os.path.abspath(path))
    key = _root_above(folder) or folder, settings
    index = _indexes.get(key)
    if index is None or index.seen is not seen:
        if index is not None:
            _indexes.pop(key).forget()
        while len(_indexes) >= _MOST_INDEXES:
            _indexes.pop(next(iter(_indexes))).forget()
        index = _indexes[key] = ProjectIndex(*key, cache, seen)
    index.begin(path, unsaved)
    return index


def hold(path: str, text: str | None) -> bool:
    """Let a text stand for a file in every project, as long as it is in an editor; None ends that. Whether it may mean
    something else to other files."""
    path = os.path.abspath(path)
    if text is None:
        _held.pop(path, None)
    else:
        _held[path] = text
    news = [index.replace(path, text) for index in _indexes.values()]
    return any(news)


def look_again() -> None:
    """Forget when files and folders were last looked at: somebody says that they changed."""
    _roots.clear()
    for index in _indexes.values():
        index.refresh()
