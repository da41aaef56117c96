"""The other files of a project: which file an import means, and what its names mean there.

A file is read when a name leads to it, and of its functions those that somebody looks into (`syntax/skeleton.py`).
Nothing is imported or run. A name that nobody can follow stays as it is spelled.
"""

from __future__ import annotations

import ast
import os
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from celerylint.core.settings import Settings
from celerylint.facts.module import Module
from celerylint.facts.project import Place, Value
from celerylint.linter.all_files import AllFiles, is_aside
from celerylint.linter.tables import NO_TABLES, Tables
from celerylint.linter.versions import Seen, Version, names_in, version_of
from celerylint.linter.view import INIT, View, is_ours
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.skeleton import SkeletonSource
from celerylint.syntax.source import SourceError, decode

if TYPE_CHECKING:
    from celerylint.facts.effects import Effects

_ROOT_FILES = ("pyproject.toml", "setup.cfg", "setup.py", ".git")
_FRESH = 1.0
"""For so many seconds a file is not looked at again: that is how late an edit of another file may be seen."""

_LARGEST = 2_000_000
_MAX_IMPORTS = 20
_MOST_TEXT = 200_000
"""With more letters of parsed text in memory some is let go of before the next check: twice as many took a run over 24
trees from 73 to 88 MB, and saved a sixth of the reading."""

_MOST_TEXT_OF_EDITORS = 5_000_000
"""The same while an editor has files open: it comes back to the same files with each key."""


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


class _File(NamedTuple):
    """A file that was read. `source` is None if it is no Python, `version` what was on the disk."""

    version: Version | None
    source: SkeletonSource | None


class ProjectIndex:
    """The files of one project, each read when a name leads to it."""

    def __init__(self, root: str, settings: Settings, kept: Tables = NO_TABLES, seen: Seen | None = None) -> None:
        self.root = root
        self.seen = seen
        self._settings = settings
        self._files: dict[str, _File] = {}
        self.size = 0
        """How many letters of other files were parsed and are in memory; half of that without what was made of them."""
        self._modules: dict[str, Module | None] = {}
        self._views: dict[str, View] = {}
        self._names: dict[str, str] = {}
        """The names of modules by their paths."""
        self._folders: dict[str, frozenset[str]] = {}
        self._alone: dict[str, Module] = {}
        self._effects: dict[str, Effects | None] = {}
        self._places: dict[str, Place | None] = {}
        self._tested: frozenset[str] | None = None
        self._texts = dict(_held)
        """What is in an editor and not yet on the disk, by path."""
        self._all = AllFiles(root, kept, seen, self._texts)
        self._looked = time.monotonic()
        self.parsed = 0
        """How many files were parsed, and not had from memory."""

    # --- the life of an index

    def begin(self, path: str, unsaved: str | None = None) -> None:
        """A file is going to be checked, before which changed ones may be forgotten; `unsaved` is its text if that is
        not what is on the disk."""
        self.replace(path, unsaved)
        if self.seen is None and time.monotonic() - self._looked >= _FRESH:
            self.refresh()

    def replace(self, path: str, unsaved: str | None) -> bool:
        """Let a text stand for a file, or again what is on the disk; whether that may mean something else to others.
        Nothing is forgotten if they have not read the file, or read just this."""
        path = os.path.abspath(path)
        if self._texts.get(path) == unsaved:
            return False
        if unsaved is None:
            del self._texts[path]
        else:
            self._texts[path] = unsaved
        self._all.change(path)
        self._tested = None
        file = self._files.get(path)
        if file is None:
            return not self._files
        if unsaved is not None and file.source and file.source.text == unsaved:
            return False
        del self._files[path]
        self._forget_meanings()
        return True

    def refresh(self) -> None:
        """Forget what has changed on the disk, and everything that may follow from it."""
        self._looked = time.monotonic()
        self._tested = None
        self._all.look_again()
        on_disk = ((path, file.version) for path, file in self._files.items() if path not in self._texts)
        changed = [path for path, version in on_disk if version_of(path) != version]
        if changed or any(names_in(folder) != names for folder, names in self._folders.items()):
            for path in changed:
                del self._files[path]
            self._forget_meanings()

    def forget(self) -> None:
        """Let go of what was made of the files that were read, and of those that nobody asked for since the last
        time."""
        self._files = {path: self._files[path] for path in self._modules}
        self.size = sum(file.source.size for file in self._files.values() if file.source) // 2
        self._forget_meanings()

    def _forget_meanings(self) -> None:
        for module in (*self._modules.values(), *self._alone.values()):
            if module:
                module.close()
        for memo in (self._modules, self._views, self._folders, self._alone, self._effects, self._places):
            memo.clear()

    # --- names

    def seen_from(self, path: str) -> View:
        """What names mean in the files of a folder."""
        view = self._views.get(path)
        if view is None:
            folder = os.path.dirname(os.path.abspath(path))
            view = self._views[path] = self._views.setdefault(folder, View(self, folder))
        return view

    def place(self, name: str) -> Place | None:
        """The definition with a qualified name."""
        if name not in self._places:
            self._places[name] = self._place(name)
        return self._places[name]

    def _place(self, name: str) -> Place | None:
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
        from celerylint.facts.function_summary import steps_of

        path = place.module.source.path
        if path not in self._alone:
            self._alone[path] = Module(place.module.source, self._settings)
        return Effects(place.module, place.node, steps_of(self._alone[path], place.node))

    def name_of(self, path: str) -> str:
        """The qualified name of a module: its path from the root, with dots. Unlike the name it is imported by, it is
        that of one file only."""
        name = self._names.get(path)
        if name is None:
            relative = os.path.relpath(path, self.root)
            name = relative.removesuffix(".py").replace(os.sep, ".").removesuffix(".__init__")
            self._names[path] = name
        return name

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

    def is_written(self, texts: Iterable[str], *but_in: str) -> bool:
        """Whether another Python file than these holds one of the texts. May read them all: for what is about to be
        reported."""
        return not {*map(os.path.abspath, but_in)}.issuperset(self._all.holding(*texts))

    def tested_words(self) -> frozenset[str]:
        """Every word in the test files of the project. Reads them all, for a rule that is off by default."""
        if self._tested is None:
            self._tested = self._all.tested_words()
        return self._tested

    def speaks_of(self, word: str, but_in: str) -> bool:
        """Whether another Python file of the project, tests left out, holds a word. May read them all: for what is
        about to be reported."""
        return not {os.path.abspath(but_in)}.issuperset(self._all.speaking_of(word))

    def is_written_in_code(self, texts: Iterable[str], *but_in: str) -> bool:
        """The same, tests left out."""
        return not {*map(os.path.abspath, but_in)}.issuperset(self._all.holding_in_code(*texts))

    def may_load(self, module: Module, tasks: Iterable[str]) -> bool:
        """Whether another file of the project may load one: it imports it, or names it otherwise than in the name of
        one of these tasks. Tests do not count, and a test, an example or a copy may always be loaded. May read all:
        for what is about to be reported."""
        path = os.path.abspath(module.source.path)
        return is_aside(self._all.relative(path)) or self._all.may_load(path, tasks)

    def naming(self, name: str, but_in: str) -> list[Module]:
        """The other files of the project in which a task may be given a name, but for tests, examples and copies."""
        own = os.path.abspath(but_in)
        if is_aside(self._all.relative(own)):
            return []
        others = [path for path in self._all.naming(name) if path != own]
        mine = self.module(own) if others else None
        found = map(self.module, others if mine else ())
        return [other for other in found if other and mine and _code(other) != _code(mine)]

    def chooses(self, one: Module, other: Module) -> bool:
        """Whether a file of the project imports two others where it may be one or the other: not at its top, and not
        in one line. May read all: for what is about to be reported."""
        first, second = (self.path_of(each).removesuffix(".py").split("/")[::-1] for each in (one, other))
        differing = next((pair for pair in zip(first, second, strict=False) if pair[0] != pair[1]), None)
        return differing is not None and self._all.choosing(*differing)

    def app_files(self) -> list[Module]:
        """The files of the project in which an app may be made, but for tests, examples and copies."""
        return [module for module in map(self.module, self._all.making_apps()) if module]

    def path_of(self, module: Module) -> str:
        """The path of a file from the root of the project."""
        return self._all.relative(os.path.abspath(module.source.path))

    def beside(self, path: str, level: int = 1) -> frozenset[str]:
        """The names of the modules in the folder of a file, as `from . import name` finds them; with a higher level in
        a folder above."""
        folder = os.path.abspath(path)
        for _ in range(level):
            folder = os.path.dirname(folder)
        names = self.listed(folder)
        modules = frozenset(each.removesuffix(".py") for each in names if each.endswith(".py") and each != INIT)
        folders = (each for each in names if "." not in each)
        return modules | {each for each in folders if INIT in self.listed(os.path.join(folder, each))}

    # --- files

    def module(self, path: str) -> Module | None:
        """The skeleton of a file; None if it cannot be read."""
        if path not in self._modules:
            if path not in self._files:
                self._files[path] = self._read(path)
            source = self._files[path].source
            self._modules[path] = Module(source, self._settings, self) if source else None
        return self._modules[path]

    def _read(self, path: str) -> _File:
        version = version_of(path)
        if self.seen:
            self.seen.see_file(path, version)
        try:
            text = self._text(path, version)
            source = None if text is None else SkeletonSource(path, text)
            self.size += source.size if source else 0
        except (OSError, SourceError):
            source = None
        self.parsed += source is not None
        return _File(version, source)

    def _text(self, path: str, version: Version | None) -> str | None:
        if path in self._texts:
            return self._texts[path]
        if version is None or version.size > _LARGEST:
            return None
        with open(path, "rb") as file:
            return decode(file.read())

    def below(self, folder: str, parts: list[str], package: bool = False) -> tuple[str | None, str]:
        """Follow the parts of a name down from a folder as far as there are modules: the last one's file, and what is
        left of the name. `package` means that the folder itself may be what is named."""
        path = os.path.join(folder, INIT) if package and INIT in self.listed(folder) else None
        for position, part in enumerate(parts):
            names, inner = self.listed(folder), os.path.join(folder, part)
            within = self.listed(inner) if part in names else frozenset()
            if f"{part}.py" in names and INIT not in within:
                return f"{inner}.py", ".".join(parts[position + 1 :])
            if not within:
                return path, ".".join(parts[position:])
            folder, path = inner, os.path.join(inner, INIT) if INIT in within else None
        return path, ""

    def listed(self, folder: str) -> frozenset[str]:
        """The names in a folder; none if it is none."""
        names = self._folders.get(folder)
        if names is None:
            names = self._folders[folder] = names_in(folder)
            if self.seen:
                self.seen.see_names(folder, names)
        return names


_MOST_INDEXES = 2
"""So many projects are kept in memory: files come folder by folder, and an editor has few open."""

_indexes: dict[tuple[str, Settings], ProjectIndex] = {}
_held: dict[str, str] = {}
"""What is in an editor, by path, for every index there will be."""
_roots: dict[str, tuple[float, str | None]] = {}


def _code(module: Module) -> list[str]:
    """What a file does, whatever it says of itself."""
    body = module.source.tree.body
    return [ast.dump(node) for node in body[ast.get_docstring(module.source.tree, clean=False) is not None :]]


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
    path: str, settings: Settings, kept: Tables = NO_TABLES, unsaved: str | None = None, seen: Seen | None = None
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
        index = _indexes[key] = ProjectIndex(*key, kept, seen)
    if sum(each.size for each in _indexes.values()) > (_MOST_TEXT_OF_EDITORS if _held else _MOST_TEXT):
        for each in _indexes.values():
            each.forget()
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
