"""What names mean, and when they mean nothing for certain."""

from __future__ import annotations

import ast
import sys

import pytest

from celerylint.syntax.index import FUNCTIONS
from tests.build import indented, module_of, node_at

NAMED = "from celery.schedules import crontab\n"


def meaning(text: str, expression: str) -> str | None:
    """The qualified name of the last expression of a text that is spelt like that."""
    module = module_of(text)
    return module.scopes.qualified(node_at(module, expression))


@pytest.mark.parametrize(
    ("text", "expression", "qualified"),
    [
        ("import celery\ncelery.shared_task", "celery.shared_task", "celery.shared_task"),
        ("import celery.schedules\ncelery.schedules.crontab", "celery.schedules.crontab", "celery.schedules.crontab"),
        ("import celery.schedules as s\ns.crontab", "s.crontab", "celery.schedules.crontab"),
        ("from celery import schedules\nschedules.crontab", "schedules.crontab", "celery.schedules.crontab"),
        (NAMED + "cron = crontab\ncron()", "cron", "celery.schedules.crontab"),
        (NAMED + "crontab()", "crontab()", "celery.schedules.crontab()"),
        ("from .celery import app\napp.task", "app.task", ".celery.app.task"),
        ("from . import celery\ncelery.app", "celery.app", ".celery.app"),
        ("from .. import celery as c\nc.app", "c.app", "..celery.app"),
        ("print", "print", "builtins.print"),
        ("unheard_of", "unheard_of", None),
        ("from a import *\nunheard_of", "unheard_of", None),
        ("class A:\n    def b(self): ...\nA.b", "A.b", ":A.b"),
        ("class A:\n    def b(self): ...\nA().b", "A().b", ":A.b"),
        ("class A:\n    def b(self): ...\nclass C(A): ...\nC().b", "C().b", ":A.b"),
        ("class A:\n    def b(self): return self.c\n    def c(self): ...", "self.c", ":A.c"),
        ("from m import X\nclass A:\n    x = X()\n    def b(self): return self.x", "self.x", "m.X()"),
        ("class A:\n    @classmethod\n    def b(cls): return cls.b", "cls.b", ":A.b"),
        ("class A:\n    @staticmethod\n    def b(cls): return cls", "cls", None),
        ("from m import A\nasync def f():\n    x = await A()\n    x", "x", "m.A()"),
        ("from m import A\nx = A() or A()\nx", "x", "m.A()"),
        ("from m import A, B\nx = A() or B()\nx", "x", None),
        ("from m import A\nx = A() if y else A()\nx", "x", "m.A()"),
        ("from m import A\nx = None\nx = A()\nx", "x", "m.A()"),
        ("from m import A\nx: A\nx", "x", "m.A()"),
        ("from m import A\nx: A = make()\nx", "x", None),
        ("from m import A\nx = y = A()\ny", "y", "m.A()"),
        ("from m import A, B\nx, y = A(), B()\ny", "y", "m.B()"),
        ("from m import A\nx, *y = A(), 1, 2\ny", "y", None),
        ("from m import A\nx, y = A()\ny", "y", None),
        ("from m import A\nwith A() as x:\n    x", "x", "m.A().__enter__()"),
        ("from m import A\nfrom contextlib import closing\nwith closing(A()) as x:\n    x", "x", "m.A()"),
        ("from m import A\nfor x in A():\n    x", "x", None),
        ("from m import A\nif x := A():\n    x", "x", "m.A()"),
        ("from m import Maker\nMaker[int]()", "Maker[int]()", "m.Maker()"),
        ("from m import TABLE\nTABLE[0]()", "TABLE[0]()", None),
        ("from m import A\ndef f(): return A()\nx = f()\nx", "x", "m.A()"),
        ("from m import A\ndef f():\n    if y: return None\n    return A()\nf()", "f()", "m.A()"),
        ("from m import A, B\ndef f():\n    if y: return B()\n    return A()\nf()", "f()", ":f()"),
        ("from m import A\n@wraps\ndef f(): return A()\nf()", "f()", ":f()"),
        ("from m import A\ndef f(): yield A()\nnext(f())", "next(f())", "m.A()"),
        ("from m import get_db\nnext(get_db())", "next(get_db())", "m.get_db().__next__()"),
        ("from functools import partial\nfrom m import A\nx = partial(A, 1)\nx", "x", "m.A"),
        ("x = 1\nx", "x", None),
        ("from m import A\ndef f(x: A): return x", "x", "m.A()"),
        ("from m import A\ndef f(x: 'A'): return x", "x", "m.A()"),
        ("from m import A\ndef f(x: 'A | None'): return x", "x", "m.A()"),
        ("from m import A\ndef f(x: A | None = None): return x", "x", "m.A()"),
        ("from m import A, B\ndef f(x: A | B): return x", "x", None),
        ("from m import A\nfrom typing import Optional\ndef f(x: Optional[A]): return x", "x", "m.A()"),
        ("from m import A\nimport typing as t\ndef f(x: t.Annotated[A, 1]): return x", "x", "m.A()"),
        ("from m import A\ndef f(x: list[A]): return x", "x", None),
        ("def f(x: 'not python ('): return x", "x", None),
        ("if TYPE_CHECKING:\n    from m import A\ndef f(x: 'A'): return x", "x", "m.A()"),
        ("def f(x: 'A'):\n    from m import A\n    return x", "x", None),
    ],
)
def test_a_name_means_what_the_file_says(text: str, expression: str, qualified: str | None) -> None:
    assert meaning(text, expression) == qualified


@pytest.mark.parametrize(
    "text",
    [
        "crontab = other\ncrontab()",
        "def f(crontab): return crontab()",
        "def f(*crontab): return crontab()",
        "def f(**crontab): return crontab()",
        "def f(a, *, crontab=None): return crontab()",
        "def f():\n    crontab = other\n    return crontab()",
        "def f():\n    crontab()\n    crontab = other",
        "def f():\n    from other import crontab\n    return crontab()",
        "def f():\n    def crontab(): ...\n    return crontab()",
        "def f():\n    class crontab: ...\n    return crontab()",
        "def f():\n    crontab = other\n    def g(): return crontab()",
        "def f():\n    crontab = other\n    class G:\n        x = crontab()",
        "def f():\n    crontab = other\n    return [crontab() for x in y]",
        "class A:\n    crontab = other\n    x = crontab()",
        "class A:\n    crontab = other\n    x = [y for y in crontab()]",
        "for crontab in makers: crontab()",
        "x = [crontab() for crontab in makers]",
        "x = {crontab: crontab() for crontab in makers}",
        "x = lambda crontab: crontab()",
        "with other() as crontab: crontab()",
        "with other() as (a, [crontab, *b]): crontab()",
        "try: pass\nexcept E as crontab: crontab()",
        "if crontab := other: crontab()",
        "[crontab := x for x in y]\ncrontab()",
        "def f():\n    [crontab := x for x in y]\n    crontab()",
        "crontab += 1\ncrontab()",
        "match x:\n    case crontab: crontab()",
        "match x:\n    case [*crontab]: crontab()",
        "match x:\n    case {'a': crontab}: crontab()",
        "match x:\n    case {**crontab}: crontab()",
        "match x:\n    case Point(x=crontab) | Row(crontab): crontab()",
        "match x:\n    case (1 | 2) as crontab: crontab()",
        "def f():\n    global crontab\n    crontab = other\ncrontab()",
        "def f():\n    global crontab\n    from other import crontab\n    crontab()",
        "class A:\n    global crontab\n    crontab = other\ncrontab()",
        "def f():\n    crontab = None\n    def g():\n        nonlocal crontab\n        crontab = other\n    crontab()",
        "try:\n    import other\nexcept ImportError:\n    def crontab(**fields): ...\ncrontab()",
        "if x:\n    from other import crontab\ncrontab()",
        "def crontab(): ...\ncrontab()",
        "import crontab\ncrontab()",
        "import crontab.lib\ncrontab()",
    ],
)
def test_a_name_that_something_else_may_bind_is_not_the_import(text: str) -> None:
    assert meaning(NAMED + text, "crontab()") != "celery.schedules.crontab()"


@pytest.mark.parametrize(
    "text",
    [
        "def f():\n    crontab = other\ncrontab()",
        "class A:\n    crontab = other\n    def f(self): return crontab()",
        "class A:\n    crontab = other\ncrontab()",
        "x = [crontab for crontab in y]\ncrontab()",
        "x = lambda crontab: 1\ncrontab()",
        "def f(crontab): ...\ncrontab()",
        "def f():\n    global crontab\n    return crontab()",
        "def f(x=crontab()):\n    crontab = other",
        "@crontab()\ndef f():\n    crontab = other",
        "def f() -> crontab():\n    crontab = other",
        "class A(crontab()):\n    crontab = other",
        "try:\n    from celery.schedules import crontab\nexcept ImportError:\n    crontab = None\ncrontab()",
        "if x:\n    from celery.schedules import crontab\ncrontab()",
        "a.crontab = other\ncrontab()",
        "a['x'] = other\ncrontab()",
        "x = lambda key=crontab(): key",
    ],
)
def test_a_name_that_is_bound_elsewhere_only_is_the_import(text: str) -> None:
    assert meaning(NAMED + text, "crontab()") == "celery.schedules.crontab()"


@pytest.mark.parametrize(
    "text",
    [
        "x = lambda crontab=crontab(): crontab",
        "x = [crontab for crontab in crontab()]",
    ],
)
def test_what_is_evaluated_in_the_scope_around_is_resolved_there(text: str) -> None:
    assert meaning(NAMED + text, "crontab()") == "celery.schedules.crontab()"


@pytest.mark.parametrize(
    "text",
    [
        "if x:\n    def send(a): ...\nelse:\n    def send(a, countdown): ...\nsend",
        "def send(a): ...\ndef send(a, countdown): ...\nsend",
        "class A:\n    if x:\n        def send(self): ...\n    else:\n        def send(self, a): ...\nA.send",
        "try:\n    def send(a): ...\nexcept E:\n    class send: ...\nsend",
    ],
)
def test_a_name_that_is_defined_twice_is_neither_definition(text: str) -> None:
    module = module_of(text)
    expression = module.source.tree.body[-1]
    assert isinstance(expression, ast.Expr)
    assert module.scopes.definition(expression.value) is None


def test_definitions_have_paths() -> None:
    module = module_of(
        "class A:\n    def b(self):\n        def c(): ...\n        class D:\n            def e(self): ...\n"
    )
    paths = [module.scopes.path(node) for node in (*module.index.functions(), *module.index.all(ast.ClassDef))]
    assert paths == [":A.b", ":A.b.<locals>.c", ":A.b.<locals>.D.e", ":A", ":A.b.<locals>.D"]


def test_a_method_is_found_through_bases_of_the_file() -> None:
    module = module_of("class A:\n    def run(self): ...\nclass B(A, Unknown): ...\nclass C(B): ...\n")
    found = module.scopes.defined(":C().run") or module.scopes.defined(":C.run")
    assert isinstance(found, FUNCTIONS)
    assert module.scopes.path(found) == ":A.run"
    assert module.scopes.defined(":C.missing") is None
    assert module.scopes.defined("other.C") is None


def test_ancestry_names_the_unknown_and_ends_in_a_circle() -> None:
    module = module_of("from m import X\nclass A(B, X): ...\nclass B(A): ...\n")
    first, second = module.index.all(ast.ClassDef)
    assert module.scopes.ancestry(first) == [first, second, None]
    assert list(module.scopes.base_names(first)) == ["m.X"]


@pytest.mark.parametrize(
    ("text", "assigned"),
    [
        ("a = 1\nb = a\nb", "1"),
        ("a = None\na = [1]\na", "[1]"),
        ("a = 1\na = 2\na", None),
        ("a = b\nb = a\na", None),
        ("a: int = 1\na", "1"),
        ("a += 1\na", None),
        ("import a\na", None),
        ("for a in b:\n    a", None),
        ("def f(a): a", None),
        ("(a := 1)\na", "1"),
        ("a", None),
        ("a, b = 1, 2\nb", "2"),
    ],
)
def test_a_name_stands_for_its_one_expression(text: str, assigned: str | None) -> None:
    module = module_of(text)
    last = ast.parse(text).body[-1]
    name = max((node for node in ast.walk(last) if isinstance(node, ast.Name)), key=lambda node: node.col_offset).id
    value = module.scopes.assigned(node_at(module, name))
    assert (ast.unparse(value) if isinstance(value, (ast.Constant, ast.List)) else None) == assigned


@pytest.mark.parametrize(
    "text",
    [
        "a = b = c = a\nb = a() or b.c\nc = [a][0] if b else c.d()\na",
        "def a(): return b()\ndef b(): return c()\ndef c(): return a()\na",
        "class A(B.C): ...\nclass B(A): ...\nA.x.y",
        "class A:\n    x = y\n    y = x\n    def f(self): return self.x.y\nA",
        "def f(x: 'f'): return x\nf",
        "with a as a:\n    a",
        "a = next(a)\na",
    ],
)
def test_circles_end(text: str) -> None:
    module = module_of(text)
    for node in ast.walk(module.source.tree):
        if isinstance(node, ast.expr):
            module.scopes.qualified(node)


@pytest.mark.parametrize("annotation", ["(" * 5000, "-" * 100_000 + "1", "x[" * 300 + "1" + "]" * 300, "\\0", "1 is 1"])
def test_an_annotation_of_any_text_is_taken(annotation: str) -> None:
    assert meaning(f'def f(x: "{annotation}"): return x', "x") is None


def test_star_imports_may_bind_anything_that_is_bound_nowhere_else() -> None:
    module = module_of("from celery import *\nshared_task")
    assert module.scopes.bindings(node_at(module, "shared_task")) == []  # type: ignore[arg-type]


@pytest.mark.skipif(sys.version_info < (3, 12), reason="newer grammar")
@pytest.mark.parametrize("text", ["type crontab = other\ncrontab()", "def f[crontab](): return crontab()"])
def test_type_parameters_and_aliases_bind_names(text: str) -> None:
    assert meaning(NAMED + text, "crontab()") != "celery.schedules.crontab()"


def test_scopes_ask_each_name_once() -> None:
    lines = "\n".join("query = query.filter(x)" for _ in range(500))
    assert meaning("from m import base\nquery = base\n" + lines, "query") is None


def test_a_function_is_resolved_where_it_is_written() -> None:
    text = "from m import A\ndef outer():\n" + indented("from m import B as A\ndef inner():\n    return A\n")
    assert meaning(text, "A") == "m.B"
