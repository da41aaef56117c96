"""Names that mended code needs: as the file has them already, or imported at its top."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import libcst as cst

from celerylint.fixing.anchors import Anchors, Change, UnfitError
from celerylint.fixing.rewriters.layout import append, comma, has_comment, like

Brought = tuple[str, list[Change]]
"""How something is written in the file, and the changes that import it."""
_Line = cst.SimpleStatementLine
_IMPORTS = (cst.Import, cst.ImportFrom)
_STANDARD = sys.stdlib_module_names


def brought(file: Anchors, module: str, name: str, but: cst.CSTNode | None = None) -> Brought:
    """A name of a module: `timezone`, `dt.timezone`. Raises UnfitError if the file, but for one place, means something
    else by it."""
    for line in lines_at_top(file):
        for statement in line.body:
            if isinstance(statement, cst.ImportFrom) and module_of(statement) == module:
                for alias in aliases(statement):
                    if alias.name.value == name:
                        return _bound_name(alias), []
            for alias in statement.names if isinstance(statement, cst.Import) else ():
                if dotted(alias.name) == module:
                    return f"{_bound_name(alias) if alias.asname else module}.{name}", []
    refuse_another(file, name, but)
    for line in lines_at_top(file):
        for statement in line.body:
            if isinstance(statement, cst.ImportFrom) and module_of(statement) == module and aliases(statement):
                return name, [extended(statement, name)]
    return name, [_new_line(file, cst.ensure_type(cst.parse_statement(f"from {module} import {name}\n"), _Line))]


def brought_module(file: Anchors, module: str) -> Brought:
    """A module without a dot in its name, as `import` binds it. Raises UnfitError if the file means something else."""
    for line in lines_at_top(file):
        for statement in line.body:
            for alias in statement.names if isinstance(statement, cst.Import) else ():
                if dotted(alias.name) == module:
                    return _bound_name(alias), []
    refuse_another(file, module)
    return module, [_new_line(file, cst.ensure_type(cst.parse_statement(f"import {module}\n"), _Line))]


def refuse_another(file: Anchors, name: str, but: cst.CSTNode | None = None) -> None:
    """Raise UnfitError if a name is anything in the file, but for one place: what is meant by it is not looked for."""
    unbound: set[cst.CSTNode | None] = {but, *(node.attr for node in file.all(cst.Attribute))}
    unbound |= {node.keyword for node in file.all(cst.Arg) if node.keyword}
    unbound |= {node.name for node in file.all(cst.ImportAlias) if node.asname}
    if any(node.value == name and node not in unbound for node in file.all(cst.Name)):
        raise UnfitError(f"the file has another `{name}`")
    if any(isinstance(node.names, cst.ImportStar) for node in file.all(cst.ImportFrom)):
        raise UnfitError(f"`import *` may bring another `{name}`")


def extended(statement: cst.ImportFrom, name: str, bound: str | None = None) -> Change:
    """`from x import a, c` -> `from x import a, b, c`: at its place if the names are in order, else the last."""
    assert not isinstance(statement.names, cst.ImportStar)
    names = list(statement.names)
    keys = [_name_key(dotted(alias.name)) for alias in names]
    is_sorted = keys == sorted(keys)
    place = next((at for at, key in enumerate(keys) if key > _name_key(name)), len(names)) if is_sorted else len(names)
    new = cst.ImportAlias(cst.Name(name), asname=cst.AsName(cst.Name(bound)) if bound and bound != name else None)
    blank = _blank_before(statement, names)
    if place < len(names):
        names.insert(place, new.with_changes(comma=comma(like(blank))))
        return statement, statement.with_changes(names=names)
    if statement.rpar and has_comment(statement.rpar.whitespace_before):
        raise UnfitError("a comment stands before the end of the import")
    after, end = append(names[-1].comma, blank)
    names[-1] = names[-1].with_changes(comma=after)
    return statement, statement.with_changes(names=[*names, new.with_changes(comma=end)])


def _blank_before(statement: cst.ImportFrom, names: Sequence[cst.ImportAlias]) -> cst.BaseParenthesizableWhitespace:
    """What stands between two names; of a single one, before it."""
    between = names[0].comma if len(names) > 1 else None
    if isinstance(between, cst.Comma):
        return between.whitespace_after
    return statement.lpar.whitespace_after if statement.lpar else cst.SimpleWhitespace(" ")


def _new_line(file: Anchors, new: cst.SimpleStatementLine) -> Change:
    """A line with an import, beside those of the same package, else of the same kind (the standard library or not)."""
    lines = [line for line in lines_at_top(file) if _key(line) is not None]
    if not lines:
        raise UnfitError("the file imports nothing at its top")
    keys = [_key(line) for line in lines]
    own = _key(new)
    assert own is not None
    root = own[2].partition(".")[0]
    near = [at for at, key in enumerate(keys) if key and key[2].partition(".")[0] == root]
    near = near or [at for at, key in enumerate(keys) if key and key[0] == own[0] == 0]
    if near:
        below = [at for at in near if (keys[at] or own) < own]
        if below:
            return lines[below[-1]], [lines[below[-1]], new]
        return _put_before(lines[near[0]], new, is_apart=False)
    standard = [at for at, key in enumerate(keys) if key and key[0] == 0]
    if own[0] == 0:
        return _put_before(lines[0], new, is_apart=True)
    if standard:
        last = lines[standard[-1]]
        return last, [last, new.with_changes(leading_lines=[cst.EmptyLine(indent=False)])]
    return _put_before(lines[0], new, is_apart=False)


def _put_before(line: _Line, new: _Line, *, is_apart: bool) -> Change:
    blank = [cst.EmptyLine(indent=False)] if is_apart else []
    held = line.leading_lines
    if any(each.comment for each in held):
        return line, [line, new.with_changes(leading_lines=blank)]
    return line, [new.with_changes(leading_lines=held), line.with_changes(leading_lines=blank)]


def lines_at_top(file: Anchors) -> list[_Line]:
    """The import lines at the top of the file: those before its first function or class."""
    found: list[_Line] = []
    for statement in file.module.body:
        if isinstance(statement, (cst.FunctionDef, cst.ClassDef)):
            break
        if isinstance(statement, _Line) and all(isinstance(part, _IMPORTS) for part in statement.body):
            found.append(statement)
    return found


def _key(line: _Line) -> tuple[int, bool, str] | None:
    """What import lines are ordered by; None for one that stays the first."""
    statement = line.body[0]
    name = ""
    if isinstance(statement, cst.ImportFrom):
        if statement.relative:
            return 2, True, "."
        name = module_of(statement)
    elif isinstance(statement, cst.Import):
        name = dotted(statement.names[0].name)
    if name == "__future__":
        return None
    return int(name.partition(".")[0] not in _STANDARD), isinstance(statement, cst.ImportFrom), name.lower()


def _name_key(name: str) -> tuple[int, str]:
    """Constants, then classes, then the rest: the order that isort and ruff keep."""
    return (0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2), name


def module_of(statement: cst.ImportFrom) -> str:
    return "" if statement.relative or statement.module is None else dotted(statement.module)


def aliases(statement: cst.ImportFrom) -> Sequence[cst.ImportAlias]:
    return () if isinstance(statement.names, cst.ImportStar) else statement.names


def _bound_name(alias: cst.ImportAlias) -> str:
    return dotted(alias.asname.name) if alias.asname else dotted(alias.name)


def dotted(node: cst.CSTNode) -> str:
    """A name, or names with dots between them."""
    if isinstance(node, cst.Attribute):
        return f"{dotted(node.value)}.{node.attr.value}"
    return node.value if isinstance(node, cst.Name) else ""
