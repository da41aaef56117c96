"""Skeletons: what of a file other files need."""

from __future__ import annotations

import ast

import pytest

from celerylint.core.span import ELSEWHERE
from celerylint.syntax.index import Index
from celerylint.syntax.scopes import Scopes
from celerylint.syntax.skeleton import SkeletonSource, skeleton
from tests.build import dedented
from tests.corpus import Case, cases

WHOLE = '''\
"""What the file is."""
import os

LIMIT = """two
   lines"""


def open_session():
    """Opens one."""
    session = Maker()
    session.execute("select 1")
    for row in session:
        print(row)
    return session


class Mailer:
    """Sends."""

    retries = 3

    def send(self, to):
        print(to)


def configure(app):
    print("working")
    app.conf.update(timezone="UTC")
    with lock() as held:
        yield held
'''
BARE = '''\

import os

LIMIT = """two
   lines"""


def open_session():

    session = Maker()



    return session


class Mailer:


    retries = 3

    def send(self, to):
        pass


def configure(app):

    app.conf.update(timezone="UTC")
    with lock() as held:
        yield held
'''


def bare(text: str) -> str:
    return skeleton(text, ast.parse(text))


def test_what_only_runs_is_blank_and_every_line_keeps_its_number() -> None:
    assert bare(WHOLE) == BARE


@pytest.mark.parametrize(
    "text",
    [
        "def f(): print(1)\n",
        "def f(): 'doc'; return 1\n",
        "def f():\n    print(1); return 2\n",
        "def f():\n    x = (1,\n         2); print(x)\n",
        "class A: pass\n",
        "if x: print(1)\n",
        "é = 1; print(é)\n",
    ],
)
def test_a_line_that_statements_share_is_left_alone(text: str) -> None:
    assert bare(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("def f():\n    print(1)  # why\n", "def f():\n    pass\n"),
        ("def f():\n\tprint(1)\n", "def f():\n pass\n"),
        ("async def f():\n    await g()\n", "async def f():\n    pass\n"),
        ("def f():\n    if x:\n        g()\n    return 1\n", "def f():\n\n\n    return 1\n"),
        ("def f():\n    if x:\n        return 1\n    g()\n", "def f():\n    if x:\n        return 1\n\n"),
        ("def f():\n    yield 1\n", "def f():\n    yield 1\n"),
        (
            "def f(x):\n    x()\n    def g():\n        x()\n    return g\n",
            "def f(x):\n\n    def g():\n        pass\n    return g\n",
        ),
        ("def f(s):\n    s.add_periodic_task(1, t.s())\n", "def f(s):\n    s.add_periodic_task(1, t.s())\n"),
    ],
)
def test_what_names_need_stays(text: str, left: str) -> None:
    assert bare(text) == left


@pytest.mark.parametrize("case", cases()[::3], ids=lambda case: case.id)
def test_names_mean_the_same_in_a_skeleton(case: Case) -> None:
    text = case.text
    full, less = (Scopes(Index(ast.parse(each))) for each in (text, bare(text)))
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


def test_a_skeleton_of_a_skeleton_is_itself() -> None:
    assert bare(bare(WHOLE)) == bare(WHOLE)


def test_nothing_in_a_skeleton_has_a_place() -> None:
    text = dedented(
        """
        def job():
            try:
                pass
            except ValueError:
                pass
        """
    )
    tree = ast.parse(text)
    source = SkeletonSource("jobs.py", text, tree)
    function = tree.body[0]
    assert isinstance(function, ast.FunctionDef)
    (handler,) = function.body[0].handlers  # type: ignore[attr-defined]
    assert source.span(function) is source.header(function) is source.handler_header(handler) is ELSEWHERE
