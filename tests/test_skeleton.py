"""Skeletons: files as other files see them."""

from __future__ import annotations

import ast
import sysconfig
from pathlib import Path

import pytest

from celerylint.core.span import ELSEWHERE
from celerylint.syntax import skeleton
from celerylint.syntax.index import Index
from celerylint.syntax.outline import bodies, is_defined, without
from celerylint.syntax.scopes import Scopes
from celerylint.syntax.skeleton import SkeletonSource
from celerylint.syntax.source import SourceError, decode, parse
from tests.build import dedented
from tests.corpus import Case, cases

WHOLE = '''\
"""What the file is."""
import os


def open_session():
    """Opens

one."""
    session = Maker()
    return session  # made


class Mailer:
    """Sends."""

    retries = 3

    @property
    def sent(
        self, to={"a": ":"},  # )
    ) -> dict[str, int]:
        def inner():
            return to

        return inner()

    def stop(self): return 1


async def configure(app):
    app.conf.update(timezone="UTC")
if os.name:
    def late(): # :
        yield 1
'''
BARE = '''\
"""What the file is."""
import os


def open_session():




 pass


class Mailer:
    """Sends."""

    retries = 3

    @property
    def sent(
        self, to={"a": ":"},  # )
    ) -> dict[str, int]:



     pass

    def stop(self): return 1


async def configure(app):
 pass
if os.name:
    def late(): # :
     pass
'''


def bare(text: str) -> str:
    return without(text, bodies(text))


def test_what_only_runs_is_left_out_and_every_line_keeps_its_number() -> None:
    assert bare(WHOLE) == BARE


def dumped(tree: ast.AST) -> str:
    """A tree with all places but the ends of blocks, which end where the last function in them does."""
    for node in ast.walk(tree):
        if isinstance(getattr(node, "body", None), list) and not isinstance(
            node, (ast.FunctionDef, ast.AsyncFunctionDef)
        ):
            vars(node).pop("end_lineno", None)
            vars(node).pop("end_col_offset", None)
    return ast.dump(tree, include_attributes=True)


def opened(text: str) -> ast.Module:
    """The tree of a skeleton whose functions were all looked into."""
    tree = SkeletonSource("jobs.py", text).tree
    for node in ast.walk(tree):
        vars(node)
    return tree


ODD = [
    "def f(): print(1)\n",
    "def f(): 'doc'; return 1\n",
    "def f():\n    print(1); return 2",
    "def f():\n    x = (1,\n         2); print(x)\n",
    "def f():\n    x = [\n1, 2]\n    return x\ny = 1\n",
    "def f():\n    x = 1 + \\\n2\n    return x\ny = 1\n",
    "def f():\n    g()  # why \\\ndef g():\n    pass\n",
    'def f():\n    x = """\ndef g():\n    pass\n"""\n    return x\ny = 1\n',
    "def f():\n    x = '''\ndef g(): \\'''\n'''\n    return x\ny = 1\n",
    'x = """\ndef g():\n    pass\n"""\ndef f():\n    return x\n',
    "x = '\"\"\"' # '''\ndef f():\n    return 1\ny = '\"\"\"'\n",
    "def f():\n\tprint(1)\n\treturn 2\n",
    "def f():\n    a = 1\n\x0c\n    return a\n",
    "def f(\n    a='):',\n    b=lambda: 1,\n):\n    return a\n",
    "def f(a: 'x[') -> 'y':\n    return a\n",
    "def f():\n\n    # only\n\n    return 1\n# after\n\n\n",
    "class A:\n    def f(self):\n        def g():\n            return 1\n        return g\n    x = 1\n",
    "é = 1\ndef f():\n    é = 'ü'; return é\n",
    "async def f():\n    async with a as b:\n        return [c async for c in await b]\n",
    "def f():\n    yield 1\n    nonlocal_ = 1\n    return (yield)\n",
    "@a(\n    'def x():'\n)\ndef f():\n    return 1\n",
    "if x:\n  def f():\n    return 1\nelse:\n  def f():\n    return 2\n",
    "",
    "x = 1",
]


@pytest.mark.parametrize("text", [*ODD, WHOLE, BARE])
def test_the_tree_is_the_whole_one_for_whoever_looks(text: str) -> None:
    assert dumped(opened(text)) == dumped(parse(text))


def test_the_standard_library_is_read_as_by_the_parser() -> None:
    paths = sorted(Path(sysconfig.get_path("stdlib")).glob("*.py"))[::3]
    assert len(paths) > 30
    for path in paths:
        text = decode(path.read_bytes())
        assert dumped(opened(text)) == dumped(parse(text)), path


def test_few_functions_are_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def noted(text: str) -> ast.Module:
        parsed.append(text)
        return parse(text)

    monkeypatch.setattr(skeleton, "parse", noted)
    source = SkeletonSource("jobs.py", WHOLE)
    index = Index(source.tree, source)
    scopes = Scopes(index)
    assert scopes.reached("Mailer.retries")
    assert len(parsed) == 1
    assert scopes.reached("open_session()") == ":open_session()"
    assert len(parsed) == 2
    assert [node.lineno for node in index.functions("update")] == [5, 19, 27, 30, 33]
    assert [call.lineno for call in index.calls("update")] == [31]
    assert len(parsed) == 3
    assert "\n    app.conf.update" in parsed[-1]


@pytest.mark.parametrize("text", ["def f(:\n    return 1\n", "x = (\n", "def f():\nreturn 1\n", 'x = """\n'])
def test_what_is_no_python_is_an_error(text: str) -> None:
    with pytest.raises(SourceError):
        SkeletonSource("jobs.py", text)


def test_a_function_that_is_no_python_does_nothing() -> None:
    source = SkeletonSource("jobs.py", "x = 1\ndef f():\n    return +\ndef g():\n    return 1\n")
    _, f, g = source.tree.body
    assert isinstance(f, ast.FunctionDef)
    assert isinstance(g, ast.FunctionDef)
    assert f.body == []
    assert len(g.body) == 1


def test_a_function_is_known_as_one() -> None:
    (f, g) = SkeletonSource("jobs.py", "def f():\n    return 1\nasync def g():\n    return 1\n").tree.body
    assert (f.__class__, g.__class__) == (ast.FunctionDef, ast.AsyncFunctionDef)
    assert not hasattr(f, "nothing")
    assert not isinstance(f, ast.AsyncFunctionDef)
    assert ast.unparse(f) == "def f():\n    return 1"


@pytest.mark.parametrize("case", cases()[::3], ids=lambda case: case.id)
def test_names_mean_the_same_in_a_skeleton(case: Case) -> None:
    text = case.text
    full, less = (Scopes(Index(tree)) for tree in (parse(text), SkeletonSource("jobs.py", text).tree))
    for name in _globals(text):
        for path in (name, f"{name}()", f"{name}().__enter__()", f"{name}().__next__()"):
            assert less.reached(path) == full.reached(path), path


def _globals(text: str) -> list[str]:
    tree = ast.parse(text)
    return sorted(
        {node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
        | {
            target.id
            for node in tree.body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
    )


def test_nothing_in_a_skeleton_has_a_place() -> None:
    source = SkeletonSource(
        "jobs.py",
        dedented(
            """
            def job():
                try:
                    pass
                except ValueError:
                    pass
            """
        ),
    )
    function = source.tree.body[0]
    assert isinstance(function, ast.FunctionDef)
    (handler,) = function.body[0].handlers  # type: ignore[attr-defined]
    assert source.span(function) is source.header(function) is source.handler_header(handler) is ELSEWHERE


# --- what a text tells of a name


@pytest.mark.parametrize(
    ("text", "path", "sure"),
    [
        ("import os\nclass A: ...\n", "A", True),
        ("import os\nclass A(B):\n    x = 1\n", "A()", True),
        ("import os\ndef f(): ...\n", "f", True),
        ("import os\nasync def f(): ...\n", "f", True),
        ("import os\ndef f(): return open()\n", "f()", False),  # it may return anything
        ("import os\ndef f_2(): ...\ndef f(): ...\n", "f", True),
        ("import os\ndef f_2(): ...\n", "f", False),
        ("from os import f\n", "f", False),
        ("import os\nif os:\n    def f(): ...\n", "f", False),
        ("import os\nclass A:\n    x = 1\n", "A.x", False),
        ('"""Write\ndef f(): ...\n"""\nfrom os import f\n', "f", False),
        ("'''Write\nclass A: ...\n'''\nfrom os import A\n", "A()", False),
    ],
)
def test_a_definition_is_seen_in_the_text(text: str, path: str, sure: bool) -> None:
    assert is_defined(text, path) is sure


def test_what_a_text_tells_is_what_its_tree_says() -> None:
    seen = 0
    for path in sorted(Path(sysconfig.get_path("stdlib"), "asyncio").glob("*.py")):
        text = path.read_text("utf-8")
        tree = parse(text)
        scopes = Scopes(Index(tree))
        for name in scopes.locals(tree):
            for named in filter(lambda each: is_defined(text, each), (name, f"{name}()")):
                seen += 1
                assert scopes.reached(named) in (f":{named}", None), f"{path}: {named}"  # None: it may be another too
    assert seen > 100
