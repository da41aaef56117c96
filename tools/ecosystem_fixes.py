"""Fixes over copies of the real applications: what they change, and whether anything else changed with it."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher, unified_diff
from pathlib import Path
from typing import NamedTuple

from pyflakes.checker import Checker  # type: ignore[import-untyped]
from pyflakes.messages import UndefinedName  # type: ignore[import-untyped]

from celerylint.linter.catalogue import all_rules
from celerylint.syntax.source import SourceError, decode

_FINDING = re.compile(r"(?P<path>.*?):(?P<line>\d+):\d+: (?P<code>CEL\d+) ")
_REFUSAL = re.compile(r"celerylint: \S+: not fixed: (.*)")
_TOP = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class Tried(NamedTuple):
    """What became of a copy of an application: findings by code before and after, why fixes were not made and how
    often, the difference in text, and what is wrong."""

    before: Counter[str]
    after: Counter[str]
    refusals: Counter[str]
    diff: str
    faults: list[str]


def try_fixes(tree: Path, copy: Path) -> Tried:
    """Apply every fix of every rule to a copy of a tree, twice, and look at what changed."""
    shutil.copytree(tree, copy, symlinks=True)
    found, _ = _check(copy)
    left, said = _check(copy, "--fix", "--unsafe-fixes")
    first = {path: (copy / path).read_bytes() for path in _files(copy)}
    _check(copy, "--fix", "--unsafe-fixes")
    faults = [f"{path}: a second run changed it" for path in first if (copy / path).read_bytes() != first[path]]
    if _files(tree) != list(first):
        faults.append("files came or went")
    changed = [path for path in first if (tree / path).read_bytes() != first[path]]
    lines: dict[str, set[int]] = {}
    for match in found:
        lines.setdefault(match["path"], set()).add(int(match["line"]))
    for path in changed:
        faults += [f"{path}: {fault}" for fault in faults_of(tree / path, copy / path, lines.get(path, set()))]
    faults += [f"{one}: does not resolve any more" for one in sorted(unresolved(copy) - unresolved(tree))]
    diff = "".join(_diff(tree / path, copy / path, f"{tree.name}/{path}") for path in changed)
    before, after = (Counter(match["code"] for match in each) for each in (found, left))
    return Tried(before, after, Counter(_REFUSAL.findall(said)), diff, faults)


def _check(tree: Path, *options: str) -> tuple[list[re.Match[str]], str]:
    """The findings of all rules, and what is said beside them."""
    program = Path(sys.executable).with_name("celerylint")
    command = [str(program), "check", "--isolated", "--no-cache", "--profile", "all", *options, "."]
    done = subprocess.run(command, cwd=tree, capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1, 2) or "Traceback" in done.stderr:
        raise RuntimeError(f"celerylint ended with {done.returncode}: {done.stderr[-2000:]}")
    return [match for line in done.stdout.splitlines() if (match := _FINDING.match(line))], done.stderr


def _files(tree: Path) -> list[str]:
    return sorted(path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file())


def _diff(old: Path, new: Path, name: str) -> str:
    before, after = (decode(path.read_bytes()).splitlines(keepends=True) for path in (old, new))
    return "".join(unified_diff(before, after, name, name))


# --- one file


def faults_of(old: Path, new: Path, found: set[int]) -> Iterator[str]:
    """What is wrong with a mended file; `found` are the lines of its findings before."""
    if old.stat().st_mode != new.stat().st_mode:
        yield "another mode"
    before, after = (decode(path.read_bytes()) for path in (old, new))
    try:
        trees = ast.parse(before), ast.parse(after)
        compile(trees[1], str(new), "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        yield f"does not compile: {error}"
        return
    gone, come = changed_lines(before, after, around=1)
    kept = [list(unchanged(tree, lines)) for tree, lines in zip(trees, (gone, come), strict=True)]
    if kept[0] != kept[1]:
        yield "a statement changed whose lines did not"
    for line in sorted(far_off(trees[0], changed_lines(before, after)[0], found)):
        yield f"line {line} changed, and is neither an import nor in a definition with a finding"
    undefined = [
        {each.message_args[0] for each in Checker(tree).messages if isinstance(each, UndefinedName)} for tree in trees
    ]
    yield from (f"the name `{name}` is not defined any more" for name in sorted(undefined[1] - undefined[0]))


def changed_lines(before: str, after: str, around: int = 0) -> tuple[set[int], set[int]]:
    """The numbers of the lines that are not in the other text, and of some around them."""
    old, new = before.split("\n"), after.split("\n")
    gone: set[int] = set()
    come: set[int] = set()
    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            gone |= set(range(start + 1 - around, end + 1 + around))
            come |= set(range(first + 1 - around, last + 1 + around))
    return gone, come


def unchanged(tree: ast.Module, lines: set[int]) -> Iterator[str]:
    """The statements that hold none of these lines, in source order; of a statement with others inside its header."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.stmt):
            continue
        blocks = {"body", "orelse", "finalbody", "handlers", "cases"} & set(node._fields)
        inside = [part for block in blocks for part in getattr(node, block)]
        end = min((part.lineno - 1 for part in inside if hasattr(part, "lineno")), default=node.end_lineno or 0)
        start = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", ()))])
        if lines.isdisjoint(range(start, max(end, node.lineno) + 1)):
            parts = [getattr(node, field, None) for field in node._fields if field not in blocks]
            yield " ".join([type(node).__name__, *map(_dumped, parts)])


def _dumped(part: object) -> str:
    if isinstance(part, list):
        return str([_dumped(each) for each in part])
    return ast.dump(part) if isinstance(part, ast.AST) else repr(part)


def far_off(tree: ast.Module, gone: set[int], found: set[int]) -> set[int]:
    """The changed lines of the old text that are neither of an import nor in a statement at the top with a finding."""
    near: set[int] = set()
    for node in tree.body:
        start = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", ()))])
        lines = set(range(start, (node.end_lineno or start) + 1))
        if isinstance(node, (ast.Import, ast.ImportFrom)) or lines & found:
            near |= lines
    return gone - near


# --- imports


def unresolved(tree: Path) -> set[str]:
    """The imports of a tree that name a module of the tree, or something in one, that is not there."""
    modules = {_module_of(path): tree / path for path in _files(tree) if path.endswith(".py")}
    names: dict[str, set[str] | None] = {}
    found = set()
    for module, path in modules.items():
        parsed = _parsed(path)
        for node in ast.walk(parsed) if parsed else ():
            for target, name in _targets(node, module, is_package=path.name == "__init__.py"):
                if target.partition(".")[0] not in modules:
                    continue
                if target not in modules or (name and not _has(modules, names, target, name)):
                    found.add(f"{module}: {target} {name}".rstrip())
    return found


def _module_of(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _parsed(path: Path) -> ast.Module | None:
    try:
        return ast.parse(decode(path.read_bytes()))
    except (SyntaxError, ValueError, SourceError):
        return None


def _targets(node: ast.AST, module: str, *, is_package: bool) -> Iterable[tuple[str, str]]:
    """The modules that a node imports, and the names from them."""
    if isinstance(node, ast.Import):
        return [(alias.name, "") for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    parts = module.split(".")
    base = parts[: len(parts) - node.level + is_package] if node.level else []
    target = ".".join([*base, *([node.module] if node.module else [])])
    return [(target, alias.name) for alias in node.names]


def _has(modules: dict[str, Path], names: dict[str, set[str] | None], target: str, name: str) -> bool:
    """Whether a module binds a name at its top, or may, or holds a module of that name."""
    if target not in names:
        names[target] = _bound(modules[target])
    bound = names[target]
    return bound is None or name in bound or name == "*" or f"{target}.{name}" in modules


def _bound(path: Path) -> set[str] | None:
    """Every name that a module binds at its top; None if that cannot be seen."""
    parsed = _parsed(path)
    if parsed is None:
        return None
    found: set[str] = set()
    waiting: list[ast.AST] = list(parsed.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, _TOP):
            found.add(node.name)
            continue
        if isinstance(node, ast.alias):
            found.add((node.asname or node.name).partition(".")[0])
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        waiting += ast.iter_child_nodes(node)
    return None if found & {"*", "__getattr__"} else found


# --- all of them


def table(tried: Iterable[Tried]) -> str:
    """By rule: how many were found, how many of those are gone, and how many stay; and why some were not mended."""
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    refusals: Counter[str] = Counter()
    for each in tried:
        before += each.before
        after += each.after
        refusals += each.refusals
    fixable = {rule.code: rule for rule in all_rules() if rule.fix.value != "none"}
    rows = [
        f"{code}  {fixable[code].fix.value:6}  {before[code]:5}  {before[code] - after[code]:5}  {fixable[code].name}"
        for code in sorted(fixable)
        if before[code]
    ]
    reasons = [f"{count:5}  {why}" for why, count in refusals.most_common()]
    return "\n".join(["code    safety  found  mended  rule", *rows, "", "not fixed, and why", *reasons])
