"""Names that a fix needs: what a file calls them, or the import that it lacks."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Sequence

import libcst as cst

from celerylint.fixing.anchors import Anchors, Change, UnfitError
from celerylint.fixing.rewriters.layout import append, comma, has_comment, like, parted


def imported(file: Anchors, *names: str) -> tuple[list[cst.BaseExpression], list[Change]]:
    """What qualified names are called at the top of a file, and the change that imports those that are not there.

    A module of the standard library is imported whole (`asyncio.run`), of others the name. Raises UnfitError where the
    file means something else by the name.
    """
    said = {name: _said(file, name) for name in names}
    new: dict[str, list[str]] = {}
    for name in names:
        if said[name] is None:
            module, _, last = name.rpartition(".")
            whole = module in sys.stdlib_module_names
            check_free(file, module if whole else last)
            new.setdefault(module, []).extend([] if whole else [last])
            said[name] = cst.parse_expression(name if whole else last)
    return [each for each in said.values() if each], [_imports(file, new)] if new else []


def _said(file: Anchors, name: str) -> cst.BaseExpression | None:
    """What the imports at the top of a file call a name; None if they do not."""
    module, _, last = name.rpartition(".")
    package, _, submodule = module.rpartition(".")
    for statement in _top(file):
        if isinstance(statement, ast.Import):
            for alias in statement.names:
                if alias.name == module:
                    return _free(file, alias.asname or alias.name, "" if alias.asname else module, last)
        elif not statement.level:
            for alias in statement.names:
                called = alias.asname or alias.name
                if (statement.module, alias.name) == (module, last):
                    return _free(file, called)
                if package and (statement.module, alias.name) == (package, submodule):
                    return _free(file, called, "", last)
    return None


def _free(file: Anchors, called: str, module: str = "", last: str = "") -> cst.BaseExpression:
    """The expression of an imported name, which nothing else of the file may bind."""
    first = (module or called).partition(".")[0]
    if file.bound[first] > _times_imported(file, first):
        raise UnfitError(f"the file has another `{first}`")
    return cst.parse_expression(".".join(part for part in (module or called, last) if part))


def check_free(file: Anchors, name: str) -> None:
    """Raise UnfitError if the file binds a name, or may."""
    bound = set(file.bound)
    if name in bound:
        raise UnfitError(f"the file has another `{name}`")
    if "*" in bound:
        raise UnfitError(f"`import *` may bring another `{name}`")


def _times_imported(file: Anchors, name: str) -> int:
    found = [alias for statement in _top(file) for alias in statement.names]
    return sum((alias.asname or alias.name).partition(".")[0] == name for alias in found)


def _top(file: Anchors) -> Iterator[ast.Import | ast.ImportFrom]:
    """The imports before the first function or class of a file."""
    for node in file.tree.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            return
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield node


_Line = cst.SimpleStatementLine


def _imports(file: Anchors, new: dict[str, list[str]]) -> Change:
    """The change that imports names from modules, all of them in one place. A name joins others of its module."""
    (module, names), *more = new.items()
    if more:
        raise UnfitError("it needs imports from several modules")
    lines = [each for each in top_lines(file) if not getattr(each.body[0], "relative", ())]
    if not lines:
        raise UnfitError("the file imports nothing at its top")
    for line in lines:
        found = line.body[0]
        if names and isinstance(found, cst.ImportFrom) and module_of(found) == module and can_grow(found):
            wider: cst.ImportFrom = found
            for name in names:
                wider = grown(wider, name)
            return found, wider
    text = f"from {module} import {', '.join(sorted(names))}" if names else f"import {module}"
    statement = cst.parse_statement(text)
    assert isinstance(statement, _Line)
    key = _key(statement)
    same = [line for line in lines if _key(line)[0] == key[0]]
    package = module.partition(".")[0]
    kin = [line for line in same if _key(line)[2].partition(".")[0] == package]
    before = [line for line in kin or same if _key(line) <= key] or [line for line in same if _key(line) <= key]
    if before:
        return before[-1], [before[-1], statement]
    if same:
        blank, own = parted(same[0].leading_lines)
        return same[0], [statement.with_changes(leading_lines=blank), same[0].with_changes(leading_lines=own)]
    earlier = [line for line in lines if _key(line)[0] < key[0]]
    empty = cst.EmptyLine(indent=False)
    if earlier:
        return earlier[-1], [earlier[-1], statement.with_changes(leading_lines=[empty])]
    blank, own = parted(lines[0].leading_lines)
    return lines[0], [statement.with_changes(leading_lines=blank), lines[0].with_changes(leading_lines=[empty, *own])]


def top_lines(file: Anchors) -> Iterator[_Line]:
    """The lines of those imports."""
    for each in file.module.body:
        if isinstance(each, (cst.FunctionDef, cst.ClassDef)):
            return
        if isinstance(each, _Line) and isinstance(each.body[0], (cst.Import, cst.ImportFrom)):
            yield each


def module_of(node: cst.ImportFrom) -> str:
    """The module of a `from ... import`, without the dots before it."""
    return cst.Module([]).code_for_node(node.module) if node.module else ""


def _key(line: _Line) -> tuple[int, bool, str]:
    """Where an import stands among others: `__future__`, the standard library, the rest; `import` before `from`."""
    node = line.body[0]
    if isinstance(node, cst.ImportFrom):
        name = module_of(node)
    else:
        assert isinstance(node, cst.Import)
        name = cst.Module([]).code_for_node(node.names[0].name)
    top = name.partition(".")[0]
    section = 0 if top == "__future__" else 1 if top in sys.stdlib_module_names else 2
    return section, isinstance(node, cst.ImportFrom), name


def can_grow(node: cst.ImportFrom) -> bool:
    """Whether another name can join the import."""
    return not isinstance(node.names, cst.ImportStar) and not (node.rpar and has_comment(node.rpar.whitespace_before))


def grown(node: cst.ImportFrom, name: str) -> cst.ImportFrom:
    """The import with one more name, before the first that sorts behind it."""
    assert not isinstance(node.names, cst.ImportStar)
    names: Sequence[cst.ImportAlias] = node.names
    called = [cst.ensure_type(alias.name, cst.Name).value for alias in names]
    place = next((index for index, each in enumerate(called) if each > name), len(names))
    blanks = [node.lpar.whitespace_after if node.lpar else cst.SimpleWhitespace(" ")]
    blanks += [alias.comma.whitespace_after for alias in names if isinstance(alias.comma, cst.Comma)]
    blank = like(blanks[min(place, len(names) - 1)])
    new = cst.ImportAlias(name=cst.Name(name), comma=comma(blank))
    if place < len(names):
        return node.with_changes(names=[*names[:place], new, *names[place:]])
    after, end = append(names[-1].comma, blank)
    return node.with_changes(names=[*names[:-1], names[-1].with_changes(comma=after), new.with_changes(comma=end)])
