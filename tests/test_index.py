"""The one walk: parents, nodes by class, own nodes."""

from __future__ import annotations

import ast
import sys
from typing import Any

import pytest

from celerylint.syntax.index import FIELDS, Index, descendants, in_order
from celerylint.syntax.source import Source
from tests.build import dedented
from tests.corpus import cases

PROGRAM = dedented(
    """
    import os, sys as system
    from a import b as c

    @decorator(1)
    class Mailer(Base, metaclass=Meta):
        retries: int = 3

        def send(self, to, *rest, cc=default(), **options) -> str:
            with open(to) as file, lock:
                for row, other in rows:
                    try:
                        total += (yield row)
                    except (A, B) as error:
                        raise error from None
                    else:
                        del row[1:2, ...]
                    finally:
                        assert total, "message"
            match to:
                case {"a": 1, **others} if others: pass
                case [1, *many] | Point(x=0): pass
                case None | "x" as name: pass
            return f"{to!r:>{width}}" if to and cc else lambda key, /, *, last=1: key < last < 3

    async def main():
        async for a in b:
            async with c as (d, *e):
                await f
        x = [g for h in i if j for k in l], {m: n for o in p}, {*q}, {**r, "s": -t}
        nonlocal_ = (u := v)
        global w
        while w: continue
    """
)


@pytest.mark.parametrize("text", [PROGRAM, *(case.text for case in cases()[::6])])
def test_every_node_has_the_parent_that_holds_it(text: str) -> None:
    tree = ast.parse(text)
    index = Index(tree)
    left_out = (ast.expr_context, ast.operator, ast.unaryop, ast.boolop, ast.cmpop, ast.alias)
    for parent in ast.walk(tree):
        for child in ast.iter_child_nodes(parent):
            if not isinstance(child, left_out):
                assert index.parents[child] is parent
    assert tree not in index.parents


@pytest.mark.parametrize("text", [PROGRAM, *(case.text for case in cases()[::6])])
def test_nodes_of_a_class_are_all_there_in_source_order(text: str) -> None:
    tree = ast.parse(text)
    index = Index(tree)
    for kind in (ast.Call, ast.ImportFrom, ast.Assign, ast.ExceptHandler, ast.ListComp, ast.ClassDef):
        wanted = {node for node in ast.walk(tree) if type(node) is kind}
        found = index.all(kind)
        places = [(node.lineno, node.col_offset) for node in found]  # type: ignore[attr-defined]
        assert set(found) == wanted
        assert len(found) == len(wanted)
        assert places == sorted(places)


@pytest.mark.parametrize("text", [PROGRAM, *(case.text for case in cases()[::6])])
def test_statements_of_a_body_are_there_in_source_order(text: str) -> None:
    tree = ast.parse(text)
    index = Index(tree)
    kinds: list[type[Any]] = [*ast.stmt.__subclasses__(), ast.ExceptHandler]
    for body in (tree, *index.functions(), *index.classes()):
        for kind in kinds:
            places = [(node.lineno, node.col_offset) for node in index.own(body, kind)]
            assert places == sorted(places)


@pytest.mark.skipif(sys.version_info < (3, 12), reason="newer grammar")
def test_the_name_of_a_type_alias_is_a_node_like_others() -> None:
    tree = ast.parse("type Row = dict[str, int]\ndef first[T: int](rows: list[T]) -> T: ...\n")
    index = Index(tree)
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    assert all(name in index.parents for name in names)


def test_every_class_of_node_is_known() -> None:
    kinds = {kind for kind in vars(ast).values() if isinstance(kind, type) and issubclass(kind, ast.AST)}
    assert kinds == set(FIELDS)


def test_functions_are_given_in_source_order() -> None:
    index = Index(ast.parse("async def b():\n    def a(): ...\ndef d(): ...\nasync def c(): ...\n"))
    assert [function.name for function in index.functions()] == ["b", "a", "d", "c"]


def test_a_lambda_belongs_to_the_function_it_is_written_in() -> None:
    tree = ast.parse("def outer():\n    def inner(): pass\n    return lambda: [call(x) for x in y]\nother()\n")
    index = Index(tree)
    inside, outside = index.all(ast.Call)
    owner = index.enclosing_function(inside)
    assert owner is not None
    assert owner.name == "outer"
    assert index.enclosing_function(outside) is None


def test_the_statement_of_a_node_is_the_innermost() -> None:
    tree = ast.parse("if a:\n    b = [call() for c in d]\n")
    index = Index(tree)
    (call,) = index.all(ast.Call)
    (statement,) = index.all(ast.Assign)
    assert index.statement(call) is statement
    assert index.statement(statement) is statement


def test_a_body_holds_lambdas_and_headers_of_definitions_but_not_their_bodies() -> None:
    tree = ast.parse(
        "def outer(default=evaluated_outside()):\n"
        "    @decorated()\n"
        "    def inner(default=evaluated()) -> annotated():\n        hidden()\n"
        "    class Local(based(), metaclass=made()):\n        also_hidden()\n"
        "    return lambda given=defaulted(): [seen() for x in y], inner\n"
    )
    index = Index(tree)
    outer, inner = index.functions()
    names = [call.func.id for call in index.own(outer, ast.Call) if isinstance(call.func, ast.Name)]
    assert names == ["decorated", "evaluated", "annotated", "based", "made", "defaulted", "seen"]
    assert [call.func.id for call in index.own(tree, ast.Call) if isinstance(call.func, ast.Name)] == [
        "evaluated_outside"
    ]
    assert index.own(outer, ast.FunctionDef) == [inner]
    assert [node.name for node in index.own(outer, ast.ClassDef)] == ["Local"]
    assert index.own(outer, ast.While) == []


def test_calls_go_by_the_last_name() -> None:
    index = Index(ast.parse("def f():\n    a.send(b.send)\nsend(1)\nc.send[0](2)\nother.mail()\n"))
    assert [ast.unparse(call) for call in index.calls("send", "mail")] == ["a.send(b.send)", "send(1)", "other.mail()"]
    assert [ast.unparse(call) for call in index.calls("")] == ["c.send[0](2)"]
    assert index.calls("unknown") == []


def test_mentions_are_names_and_attributes_of_a_body() -> None:
    tree = ast.parse("def f():\n    send(a.send.other)\n    def g(): send\nsend\n")
    index = Index(tree)
    found = index.mentions(index.functions()[0], {"send"})
    assert sorted(map(ast.unparse, found)) == ["a.send", "send"]


def test_yields_belong_to_the_function_that_executes_them() -> None:
    tree = ast.parse(
        "def outer():\n    yield 1\n    def inner(): yield 2\n"
        "    x = lambda: (yield 3)\n    yield from y\n    return (yield 4)\n"
    )
    index = Index(tree)
    outer, inner = index.functions()
    assert [ast.unparse(node) for node in index.yields(outer)] == ["(yield 1)", "(yield from y)", "(yield 4)"]
    assert [ast.unparse(node) for node in index.yields(inner)] == ["(yield 2)"]


def test_descendants_stop_below_the_given_classes() -> None:
    tree = ast.parse("a = lambda: b\nc = d\n")
    names = {node.id for node in descendants(tree, (ast.Lambda,)) if isinstance(node, ast.Name)}
    assert names == {"a", "c", "d"}
    assert {node.id for node in descendants(tree) if isinstance(node, ast.Name)} == {"a", "b", "c", "d"}


def test_ordered_nodes_begin_with_the_first_of_the_text() -> None:
    tree = ast.parse("b\na; c\n")
    names = in_order(node for node in ast.walk(tree) if isinstance(node, ast.Name))
    assert [name.id for name in names] == ["b", "a", "c"]


@pytest.mark.parametrize("text", ["a" + ".b()" * 3000, "\n".join(f"if x == {n}:\n    y = {n}" for n in range(3000))])
def test_deep_and_long_trees_are_walked_without_recursion(text: str) -> None:
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(10_000)
    try:
        tree = ast.parse(text)
    finally:
        sys.setrecursionlimit(limit)
    assert Index(tree).parents


def test_bodies_are_walked_when_what_they_hold_is_looked_for() -> None:
    text = "def f():\n    mail.send()\n    def inner(): pass\nclass A:\n    def m(self): other.mail()\nx = send()\n"
    tree = ast.parse(text)
    index = Index(tree, Source("x.py", text, tree))
    f, m = index.functions("nothing")
    assert [index.is_open(function) for function in (f, m)] == [False, False]
    assert [ast.unparse(call) for call in index.calls("send")] == ["mail.send()", "send()"]
    assert [index.is_open(function) for function in (f, m)] == [True, False]
    assert [function.name for function in index.functions("nothing")] == ["f", "inner", "m"]
    assert [ast.unparse(call) for call in index.calls("mail", texts=("other.",))] == ["other.mail()"]
    assert index.is_open(m)


def test_what_was_found_before_the_last_body_was_walked_is_not_all_there_is() -> None:
    text = "def send():\n    mail = 1\n"
    index = Index(ast.parse(text), Source("mail.py", text, ast.parse(text)))
    assert index.all(ast.Assign, "letter") == []
    assert len(index.all(ast.Assign, "mail")) == 1


def test_the_parent_of_a_node_in_a_body_that_was_not_walked() -> None:
    text = "def f():\n    def g(): return x\n"
    tree = ast.parse(text)
    index = Index(tree, Source("x.py", text, tree))
    name = next(node for node in descendants(tree) if isinstance(node, ast.Name))
    assert [type(node).__name__ for node in index.ancestors(name)] == ["Return", "FunctionDef", "FunctionDef", "Module"]
    assert index.parents.get(tree) is None
    with pytest.raises(KeyError):
        index.parents[ast.Name("elsewhere")]
