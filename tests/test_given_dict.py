"""Dicts that expressions stand for."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from celerylint.core.settings import Settings
from celerylint.facts.given_dict import given_dict, is_whole
from celerylint.facts.module import Module
from celerylint.syntax.source import Source, parse
from tests.test_project import laid_out

FUNCTION = "def options(): return {'a': 1}\n"
GROWN = "def options():\n    found = {'a': 1}\n    found['b'] = 2\n    return found\n"


@pytest.mark.parametrize(
    ("text", "other", "written"),
    [
        ("{'a': 1}", "", "{'a': 1}"),
        ("dict(a=1)", "", "dict(a=1)"),
        ("from shop.more import OPTIONS as x\nx", "OPTIONS = {'a': 1}", "{'a': 1}"),
        ("from shop import more\nmore.OPTIONS", "OPTIONS = {'a': 1}", "{'a': 1}"),
        ("y = {'a': 1}\ny", "", "{'a': 1}"),
        (FUNCTION + "options()", "", "{'a': 1}"),
        (FUNCTION + "given = options()\ngiven", "", "{'a': 1}"),
        ("from shop.more import options\noptions()", FUNCTION, "{'a': 1}"),
        ("from shop.more import options\noptions()", "BASE = {'a': 1}\ndef options(): return BASE\n", "{'a': 1}"),
        ("from shop.more import options\noptions()", GROWN, None),
        ("from shop.more import options\noptions()", "@cached\n" + FUNCTION, None),
        ("from shop.more import options\noptions()", "async " + FUNCTION, None),
        ("from shop.more import options\noptions()", "def options():\n    if x: return {}\n    return {'a': 1}", None),
        ("from shop.more import options\noptions()", "def options(): return load()", None),
        ("from shop.more import options\noptions()", "def options(): return options()", None),
        ("from shop.more import nothing\nnothing()", FUNCTION, None),
        ("load()", "", None),
        ("3", "", None),
    ],
)
def test_the_dict_that_is_given(tmp_path: Path, text: str, other: str, written: str | None) -> None:
    index = laid_out(tmp_path, {"shop/__init__.py": "", "shop/main.py": text, "shop/more.py": other})
    module = Module(Source(str(tmp_path / "shop/main.py"), text, parse(text)), Settings(), index)
    last = module.index.tree.body[-1]
    assert isinstance(last, ast.Expr)
    found = given_dict(module, last.value)
    assert (ast.unparse(found.node) if found else None) == written


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("{'a': 1}", True),
        ("{}", True),
        ("{**more}", False),
        ("dict(a=1)", True),
        ("dict(more, a=1)", False),
        ("dict(a=1, **more)", False),
    ],
)
def test_whether_a_dict_shows_all_its_keys(tmp_path: Path, text: str, whole: bool) -> None:
    module = Module(Source("shop.py", text, parse(text)), Settings())
    last = module.index.tree.body[-1]
    assert isinstance(last, ast.Expr)
    found = given_dict(module, last.value)
    assert found is not None
    assert is_whole(found) is whole
