"""Each rewriter over the shapes in which its code comes."""

from __future__ import annotations

import ast

import pytest

from celerylint.core import rewrite as intentions
from celerylint.core.rewrite import (
    AddArguments,
    AwaitCall,
    BindTask,
    CallMethod,
    DropArgument,
    GetFromSession,
    MoveOptions,
    NameArguments,
    OrEmpty,
    PassLogValues,
    RaiseCall,
    RenameKey,
    ReturnCall,
    Rewrite,
    ShareTask,
    SignTask,
    TakeKeywords,
    TakeSeconds,
    TakeSelf,
)
from celerylint.core.span import Span
from celerylint.fixing.anchors import Anchors, UnfitError
from celerylint.fixing.apply import edited
from celerylint.fixing.rewriters import REWRITERS, changes_for


def span_of(text: str, part: str) -> Span:
    """The place of a part that stands once in a text."""
    assert text.count(part) == 1, part
    start = text.index(part)
    end = start + len(part)
    return Span(
        text.count("\n", 0, start) + 1,
        start - text.rfind("\n", 0, start) - 1,
        text.count("\n", 0, end) + 1,
        end - text.rfind("\n", 0, end) - 1,
    )


def rewritten(text: str, rewrite: Rewrite) -> str:
    file = Anchors(text)
    result = edited(text, file.edits(list(changes_for(file, rewrite))))
    compile(result, "result", "exec")
    return result


def test_every_intention_has_a_rewriter() -> None:
    tuples = {value for value in vars(intentions).values() if isinstance(value, type) and hasattr(value, "_fields")}
    assert set(REWRITERS) == tuples - {Span}


def refused(text: str, rewrite: Rewrite) -> str:
    with pytest.raises(UnfitError) as error:
        rewritten(text, rewrite)
    return str(error.value)


# --- statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("def f():\n    CALL\n", "def f():\n    raise CALL\n"),
        ("def f():\n\tCALL", "def f():\n\traise CALL"),
        ("def f():\n    if x: CALL  # again\n", "def f():\n    if x: raise CALL  # again\n"),
        ("def f():\n    log(); CALL; x = 1\n", "def f():\n    log(); raise CALL; x = 1\n"),
        ("def f():\n    return CALL\n", "def f():\n    raise CALL\n"),
        ("def f():\n    return(CALL)\n", "def f():\n    raise(CALL)\n"),
        ("def f():\n    (CALL)\n", "def f():\n    raise (CALL)\n"),
        ("class A:\n    def run(self):\n        CALL\n", "class A:\n    def run(self):\n        raise CALL\n"),
        ("def é(): 'é'; CALL\n", "def é(): 'é'; raise CALL\n"),
    ],
)
@pytest.mark.parametrize(
    "call", ["self.retry()", "self.retry(  # soon\n        exc=error,\n        countdown=5,\n    )"]
)
def test_raise_call(call: str, text: str, expected: str) -> None:
    text, expected = text.replace("CALL", call), expected.replace("CALL", call)
    assert rewritten(text, RaiseCall(span_of(text, call))) == expected


@pytest.mark.parametrize(
    "text", ["x = self.retry()\n", "f = lambda: self.retry()\n", "log(self.retry())\n", "[self.retry() for _ in x]\n"]
)
def test_a_call_inside_an_expression_is_not_raised(text: str) -> None:
    assert refused(text, RaiseCall(span_of(text, "self.retry()"))) == "the call is part of an expression"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("def f():\n    CALL  # on\n    log()\n", "def f():\n    return CALL  # on\n    log()\n"),
        ("def f():\n\tCALL", "def f():\n\treturn CALL"),
        ("def f():\n    if x: CALL\n", "def f():\n    if x: return CALL\n"),
        ("def f():\n    log(); CALL; x = 1\n", "def f():\n    log(); return CALL; x = 1\n"),
        ("def f():\n    (CALL)\n", "def f():\n    return (CALL)\n"),
        (
            "class A:\n    @b\n    def run(self):\n        CALL\n",
            "class A:\n    @b\n    def run(self):\n        return CALL\n",
        ),
        ("def f():\n    def g(): CALL\n", "def f():\n    def g(): return CALL\n"),
        ("def f():\n    with a: # c\n        CALL; # d\n", "def f():\n    with a: # c\n        return CALL; # d\n"),
    ],
)
@pytest.mark.parametrize(
    "call",
    ["self.replace()", "self.replace(x,)", "self.replace(  # c\n        f'{x}',\n        (y := lambda: 1),\n    )"],
)
def test_return_call(call: str, text: str, expected: str) -> None:
    text, expected = text.replace("CALL", call), expected.replace("CALL", call)
    assert rewritten(text, ReturnCall(span_of(text, call))) == expected


def test_a_call_that_is_read_or_returned_is_not_returned() -> None:
    for text, why in (("x = f()\n", "part of an expression"), ("def g():\n    return f()\n", "returned already")):
        assert why in refused(text, ReturnCall(span_of(text, "f()")))


# --- arguments


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("job", "job(a=1)"),
        ("m.f", "m.f(a=1)"),
        ("f()", "f(a=1)"),
        ("f(b=2)", "f(a=1, b=2)"),
        ("f(b=2,)", "f(a=1, b=2,)"),
        ("f(x)", "f(x, a=1)"),
        ("f(x,)", "f(x, a=1,)"),
        ("f(x, b=2)", "f(x, a=1, b=2)"),
        ("f(**c)", "f(a=1, **c)"),
        ("f(*x)", "f(*x, a=1)"),
        ("f((x for x in y))", "f((x for x in y), a=1)"),
        ("f(x=(y := 2))", "f(a=1, x=(y := 2))"),
        ("f(lambda: 1)", "f(lambda: 1, a=1)"),
        ('f(f"{x}")', 'f(f"{x}", a=1)'),
        ("f(\n)", "f(\n    a=1,\n)"),
        ("f(  # c\n)", "f(  # c\n    a=1,\n)"),
        ("f(\n    b=2,  # c\n    d=3,\n)", "f(\n    a=1,\n    b=2,  # c\n    d=3,\n)"),
        ("f(  # c\n    b=2\n)", "f(  # c\n    a=1,\n    b=2\n)"),
        ("f(\n\tx,\n)", "f(\n\tx,\n\ta=1,\n)"),
        ("f(\n    x\n)", "f(\n    x,\n    a=1\n)"),
        ("f(b=2,\n  d=3)", "f(a=1, b=2,\n  d=3)"),
        ("f(x,  # c\n  b=2)", "f(x,  # c\n  a=1,\n  b=2)"),
    ],
)
@pytest.mark.parametrize(
    "around", ["CALL\n", "if x: CALL\n", "y = (CALL)\n", "class A:\n    @CALL\n    def f(self): ...\n"]
)
def test_add_arguments(call: str, expected: str, around: str) -> None:
    text, wanted = around.replace("CALL", call), around.replace("CALL", expected)
    assert rewritten(text, AddArguments(span_of(text, call), (("a", "1"),))) == wanted


def test_several_arguments_are_added_in_their_order() -> None:
    added = AddArguments(Span(1, 0, 1, 6), (("a", "1"), ("b", "2")))
    assert rewritten("f(c=3)\n", added) == "f(a=1, b=2, c=3)\n"


def test_what_is_there_already_is_not_added() -> None:
    assert "already" in refused("f(a=1)\n", AddArguments(Span(1, 0, 1, 6), (("a", "1"),)))
    lone = "f(x for x in y)\n"
    assert "generator" in refused(lone, AddArguments(span_of(lone, lone.strip()), (("a", "1"),)))


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("f(error)\n", "error", "f(exc=error)\n"),
        ("f((error), x=1)\n", "error", "f(exc=(error), x=1)\n"),
        ("f(\n    error,  # c\n)\n", "error", "f(\n    exc=error,  # c\n)\n"),
        ("f(exk=error)\n", "exk=error", "f(exc=error)\n"),
        ("f(exk = error , x=1)\n", "exk = error", "f(exc = error , x=1)\n"),
        ("g(f(exk=g(1)))\n", "exk=g(1)", "g(f(exc=g(1)))\n"),
    ],
)
def test_name_arguments(text: str, part: str, expected: str) -> None:
    assert rewritten(text, NameArguments(((span_of(text, part), "exc"),))) == expected


def test_an_argument_is_not_named_twice() -> None:
    text = "f(error, exc=None)\n"
    assert "already" in refused(text, NameArguments(((span_of(text, "error"), "exc"),)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("f(b=2)\n", "f()\n"),
        ("f(b=2,)\n", "f()\n"),
        ("f(a=1, b=2)\n", "f(a=1)\n"),
        ("f(a=1, b=2,)\n", "f(a=1,)\n"),
        ("f(b=2, c=3)\n", "f(c=3)\n"),
        ("f(a=1, b=2, c=3)\n", "f(a=1, c=3)\n"),
        ("f(\n    a=1,\n    b=2,\n)\n", "f(\n    a=1,\n)\n"),
        ("f(\n    a=1,  # one\n    b=2,  # two\n)\n", "f(\n    a=1,  # one\n)\n"),
        ("f(\n    a=1,  # one\n    b=2,  # two\n    c=3,  # three\n)\n", "f(\n    a=1,  # one\n    c=3,  # three\n)\n"),
        ("f(\n    b=2\n)\n", "f()\n"),
        ("f(\n\ta=1,\n\tb=2\n)\n", "f(\n\ta=1\n)\n"),
    ],
)
def test_drop_argument(text: str, expected: str) -> None:
    assert rewritten(text, DropArgument(span_of(text, "b=2"))) == expected


def test_no_comment_about_something_else_is_dropped() -> None:
    for text in ("f(\n    b=2,\n    # three\n    c=3,\n)\n", "f(  # all\n    b=2,\n)\n"):
        assert refused(text, DropArgument(span_of(text, "b=2"))) == "a comment stands in the way"


# --- functions


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ("", "self"),
        ("a", "self, a"),
        ("a, /, b", "self, a, /, b"),
        ("*, a", "self, *, a"),
        ("*a", "self, *a"),
        ("**a", "self, **a"),
        ("a: int = 1,", "self, a: int = 1,"),
        ("\n    a,  # c\n", "\n    self,\n    a,  # c\n"),
        ("  # c\n\ta\n", "  # c\n\tself,\n\ta\n"),
    ],
)
@pytest.mark.parametrize("head", ["def f", "async def f", "@b\n@c(1)\ndef f"])
def test_take_self(head: str, parameters: str, expected: str) -> None:
    text = f"{head}({parameters}): ...\n"
    span = span_of(text, head.rpartition("\n")[2])
    assert rewritten(text, TakeSelf(span)) == f"{head}({expected}): ...\n"


def test_take_self_in_a_nested_function() -> None:
    text = "class A:\n\tdef f(self):\n\t\tdef g(a): return a\n"
    assert rewritten(text, TakeSelf(span_of(text, "def g"))).endswith("\t\tdef g(self, a): return a\n")


@pytest.mark.parametrize(
    ("decorator", "expected"),
    [
        ("app.task", "app.task(bind=True)"),
        ("shared_task()", "shared_task(bind=True)"),
        ("app.task(max_retries=3)", "app.task(bind=True, max_retries=3)"),
        ("app.task(\n    max_retries=3,  # c\n)", "app.task(\n    bind=True,\n    max_retries=3,  # c\n)"),
    ],
)
def test_bind_task(decorator: str, expected: str) -> None:
    text = f"@first\n@{decorator}\n@last\ndef f(a): ...\n"
    bound = BindTask(span_of(text, decorator), span_of(text, "def f"), lacks_self=True)
    assert rewritten(text, bound) == f"@first\n@{expected}\n@last\ndef f(self, a): ...\n"
    assert rewritten(text, bound._replace(lacks_self=False)) == f"@first\n@{expected}\n@last\ndef f(a): ...\n"


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ("", "**kwargs"),
        ("a", "a, **kwargs"),
        ("a,", "a, **kwargs,"),
        ("*, a=1", "*, a=1, **kwargs"),
        ("*a", "*a, **kwargs"),
        ("\n    a,\n    b=1,\n", "\n    a,\n    b=1,\n    **kwargs,\n"),
    ],
)
def test_take_keywords(parameters: str, expected: str) -> None:
    text = f"def f({parameters}): ...\n"
    assert rewritten(text, TakeKeywords(span_of(text, "def f"))) == f"def f({expected}): ...\n"


# --- calls


def test_call_method() -> None:
    text = "group(t.delay(x) for x in y)\nt . delay(\n    1,  # c\n)\n"
    calls = span_of(text, "t.delay(x)"), span_of(text, "t . delay(\n    1,  # c\n)")
    assert rewritten(text, CallMethod(calls, "s")) == text.replace("delay", "s")


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        ("add(1, 2)", "add.s(1, 2)"),
        ("add()", "add.s()"),
        ("(add)(1)", "(add).s(1)"),
        ("add(*a, b=2, **c,)", "add.s(*a, b=2, **c,)"),
        ("add(  # c\n    1,  # d\n)", "add.s(  # c\n    1,  # d\n)"),
        ("add(f'{x}', (y := 1), lambda: 2)", "add.s(f'{x}', (y := 1), lambda: 2)"),
        ("add", "add.s()"),
        ("tasks.add", "tasks.add.s()"),
        ("tasks[0](1)", "tasks[0].s(1)"),
    ],
)
@pytest.mark.parametrize(
    "around",
    [
        "chain(TASK, b)\n",
        "if x: group([TASK,])\n",
        "class A:\n\t@b\n\tdef f(self):\n\t\treturn chain(\n\t\t\tTASK,  # c\n\t\t\tb\n\t\t)\n",
        "f = lambda: chain(TASK, b)\n",
        "x = [group(TASK for w in z)]\n",
        "(TASK | b).delay()\n",
    ],
)
def test_sign_task(task: str, expected: str, around: str) -> None:
    text = around.replace("TASK", task)
    assert rewritten(text, SignTask(span_of(text, task))) == around.replace("TASK", expected)


def test_the_parentheses_of_a_name_stay_its_own() -> None:
    assert rewritten("chain((add), b)\n", SignTask(Span(1, 7, 1, 10))) == "chain((add).s(), b)\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("CALL", "await CALL"),
        ("x = CALL", "x = await CALL"),
        ("x = (CALL)", "x = (await CALL)"),
        ("return CALL.all()", "return (await CALL).all()"),
        ("return CALL[0]", "return (await CALL)[0]"),
        ("if (x := CALL): CALLED", "if (x := await CALL): CALLED"),
        ("return [CALL for _ in y]", "return [await CALL for _ in y]"),
        ("if not CALL: pass", "if not await CALL: pass"),
        ("a(); CALL; b()  # c", "a(); await CALL; b()  # c"),
        ("g(CALL, *CALLED)", "g(await CALL, *CALLED)"),
        ("x = -CALL + 1", "x = -await CALL + 1"),
        ("(CALL).all()", "(await CALL).all()"),
        ("CALL()", "(await CALL)()"),
        ("async with CALL as x: pass", "async with await CALL as x: pass"),
        ("return all(x for x in CALL)", "return all(x for x in await CALL)"),
        ("@CALL\n    class A: pass", "@await CALL\n    class A: pass"),
    ],
)
@pytest.mark.parametrize("call", ["session.execute(  # c\n        query,\n    )", "session.commit()"])
def test_await_call(call: str, line: str, expected: str) -> None:
    text = "async def f():\n    LINE\n"
    before, after = (text.replace("LINE", each).replace("CALL", call, 1) for each in (line, expected))
    assert rewritten(before, AwaitCall(span_of(before, call))) == after


def test_a_generator_does_not_become_asynchronous() -> None:
    text = "async def f():\n    return any(s.get(x) for x in y)\n"
    assert "asynchronous" in refused(text, AwaitCall(span_of(text, "s.get(x)")))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("CALL.items()\n", "(CALL or {}).items()\n"),
        ("x = (CALL)\n", "x = (CALL or {})\n"),
        ("x = CALL  # c\n", "x = CALL or {}  # c\n"),
        ("for x in CALL: y()\n", "for x in CALL or {}: y()\n"),
        ("if x: CALL['a']\n", "if x: (CALL or {})['a']\n"),
        ("x = [y for y in CALL]\n", "x = [y for y in (CALL or {})]\n"),
        ("x = lambda: len(CALL)\n", "x = lambda: len(CALL or {})\n"),
        ("x = f'{CALL}'\n", "x = f'{(CALL or {})}'\n"),
        ("if (x := CALL): pass\n", "if (x := (CALL or {})): pass\n"),
        ("class A:\n\tdef f(self):\n\t\treturn list(\n\t\t\tCALL,  # c\n\t\t)\n", None),
        ("f(**CALL)\n", "f(**CALL or {})\n"),
        ("x = not CALL\n", "x = not (CALL or {})\n"),
    ],
)
@pytest.mark.parametrize("call", ["i.active()", "app.control.inspect(  # c\n    1\n).active()"])
def test_or_empty(call: str, text: str, wanted: str | None) -> None:
    wanted = text.replace("CALL", "CALL or {}") if wanted is None else wanted
    before = text.replace("CALL", call) if "f'" not in text else text.replace("CALL", "i.active()")
    part = call if call in before else "i.active()"
    assert rewritten(before, OrEmpty(span_of(before, part))) == wanted.replace("CALL", part)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("WEEK", "WEEK.total_seconds()"),
        ("times.week", "times.week.total_seconds()"),
        ("timedelta(\n    days=1,  # c\n)", "timedelta(\n    days=1,  # c\n).total_seconds()"),
        ("2 * WEEK", "(2 * WEEK).total_seconds()"),
        ("-WEEK", "(-WEEK).total_seconds()"),
    ],
)
@pytest.mark.parametrize("around", ["f(countdown=VALUE, x=1)\n", "f(countdown=(VALUE))\n"])
def test_take_seconds(value: str, expected: str, around: str) -> None:
    result = rewritten(around.replace("VALUE", value), TakeSeconds(span_of(around.replace("VALUE", value), value)))
    assert ast.unparse(ast.parse(result)) == ast.unparse(ast.parse(around.replace("VALUE", expected)))


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("s.query(A).get(1)", "s.get(A, 1)"),
        ("db.session.query(m.A).get(\n    key,  # c\n)", "db.session.get(\n    m.A,\n    key,  # c\n)"),
        ("s.query(A,).get((x := 1),)", "s.get(A, (x := 1),)"),
        ("s.query(A).get((1, f'{x}'))", "s.get(A, (1, f'{x}'))"),
        ("(s.query(A)).get(lambda: 1)", "s.get(A, lambda: 1)"),
        ("s.query(A).options(o(A.b), *p).get(1)", "s.get(A, 1, options=[o(A.b), *p])"),
        ("s.query(A).options(o).get(\n    1,\n)", "s.get(\n    A,\n    1,\n    options=[o],\n)"),
    ],
)
@pytest.mark.parametrize(
    "around",
    ["x = CALL\n", "if x: CALL.y\n", "class A:\n\tdef f(self): return [CALL for z in y]\n", "f = lambda: (CALL)\n"],
)
def test_get_from_session(call: str, expected: str, around: str) -> None:
    text = around.replace("CALL", call)
    assert rewritten(text, GetFromSession(span_of(text, call))) == around.replace("CALL", expected)


def test_queries_that_stay() -> None:
    for call, why in (
        ("s.query(A, B).get(1)", "one class"),
        ("s.query(A).filter(b).get(1)", "one class"),
        ("s.query(A).options(\n    o,  # c\n).get(1)", "comment"),
        ("s.query(  # c\n    A\n).get(1)", "comment"),
        ("s.query(*a).get(1)", "one class"),
    ):
        assert why in refused(f"{call}\n", GetFromSession(span_of(f"{call}\n", call)))


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("t.delay(countdown=5)", "t.apply_async(countdown=5)"),
        ("t.delay(1, countdown=5)", "t.apply_async(args=(1,), countdown=5)"),
        ("t.delay(1, 2, a=3, countdown=5,)", 't.apply_async(args=(1, 2), kwargs={"a": 3}, countdown=5)'),
        ("t.delay(*x, countdown=5, **y)", "t.apply_async(args=(*x,), kwargs={**y}, countdown=5)"),
        ("t.delay((x := 1), countdown=5)", "t.apply_async(args=((x := 1),), countdown=5)"),
        ("t.delay(lambda: 1, countdown=5)", "t.apply_async(args=(lambda: 1,), countdown=5)"),
        ("t.delay(\n    1,\n    countdown=5,\n)", "t.apply_async(\n    args=(1,),\n    countdown=5,\n)"),
        ("t.s(1, countdown=5)", "t.s(1).set(countdown=5)"),
        ("t.s(countdown=5)", "t.s().set(countdown=5)"),
    ],
)
@pytest.mark.parametrize("around", ["CALL\n", "if x: CALL\n", "y = [CALL for q in z]\n", "f = lambda: (CALL)\n"])
def test_move_options(call: str, expected: str, around: str) -> None:
    text = around.replace("CALL", call)
    assert rewritten(text, MoveOptions(span_of(text, call), ("countdown",))) == around.replace("CALL", expected)


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (
            "t.delay(\n    1,  # one\n    countdown=5,  # soon\n)",
            "t.apply_async(\n    args=(\n        1,  # one\n    ),\n    countdown=5,  # soon\n)",
        ),
        (
            "t.delay(  # c\n    1,\n    *x,  # x\n    a=2,  # two\n    **y,\n    # at last\n    countdown=5\n)",
            None,
        ),
        (
            "t.delay(  # c\n    1,\n    *x,  # x\n    a=2,  # two\n    **y,\n    countdown=5,\n    # end\n)",
            "t.apply_async(  # c\n    args=(\n        1,\n        *x,  # x\n    ),\n    kwargs={\n"
            '        "a": 2,  # two\n'
            "        **y,\n    },\n    countdown=5,\n    # end\n)",
        ),
        ("t.delay(\n    countdown=5,  # soon\n)", "t.apply_async(\n    countdown=5,  # soon\n)"),
        ("t.delay(\n    countdown=5,  # soon\n    a=1,\n)", None),
        ("t.delay(\n    1, 2,  # two\n    countdown=5,\n)", None),
        ("t.delay(1,  # one\n    countdown=5)", None),
        ("t.s(\n    1,  # one\n    countdown=5,\n)", None),
    ],
)
def test_options_are_moved_with_their_comments(call: str, expected: str | None) -> None:
    text = f"{call}\n"
    rewrite = MoveOptions(span_of(text, call), ("countdown",))
    if expected is None:
        assert refused(text, rewrite) == "a comment stands between the arguments"
    else:
        assert rewritten(text, rewrite) == f"{expected}\n"


# --- texts


@pytest.mark.parametrize(
    ("arguments", "part", "expected"),
    [
        ('f"a {x}"', 'f"a {x}"', '"a %s", x'),
        ("f'{x!r} {y!s} {z!a}'", "f'{x!r} {y!s} {z!a}'", "'%r %s %a', x, y, z"),
        ('f"{{x}} 5 % {x}", exc_info=True', 'f"{{x}} 5 % {x}"', '"{x} 5 %% %s", x, exc_info=True'),
        ('rf"\\d {x}"', 'rf"\\d {x}"', 'r"\\d %s", x'),
        ('f"{x:.2f} {n:d}"', 'f"{x:.2f} {n:d}"', '"%.2f %d", x, n'),
        ('f"{x[0]} {y.z()} {(a, b)}"', 'f"{x[0]} {y.z()} {(a, b)}"', '"%s %s %s", x[0], y.z(), (a, b)'),
        ('f"{(y := 1)}"', 'f"{(y := 1)}"', '"%s", (y := 1)'),
        ('f"{x if y else z}"', 'f"{x if y else z}"', '"%s", x if y else z'),
        ('f"""a\n{x}"""', 'f"""a\n{x}"""', '"""a\n%s""", x'),
        ('f"a {x}" " 5 %"', 'f"a {x}" " 5 %"', '"a %s" " 5 %%", x'),
        ('"%s %s" % (x, y)', '"%s %s" % (x, y)', '"%s %s", x, y'),
        ('\n    f"a {x}",\n    exc_info=True,\n', 'f"a {x}"', '\n    "a %s",\n    x,\n    exc_info=True,\n'),
    ],
)
def test_pass_log_values(arguments: str, part: str, expected: str) -> None:
    text = f"log.info({arguments})\n"
    assert rewritten(text, PassLogValues(span_of(text, part))) == f"log.info({expected})\n"


@pytest.mark.parametrize("given", ['f"{x=}"', 'f"{x:>10}"', '"a " + x', 'f"{x} %s", y', '"%s" % x'])
def test_texts_that_stay(given: str) -> None:
    text = f"log.info({given})\n"
    part = given.removesuffix(", y")
    assert refused(text, PassLogValues(span_of(text, part)))


def test_rename_key() -> None:
    text = "x = {'visibility_timout': 60, u\"b\": 1}\n"
    assert rewritten(text, RenameKey(span_of(text, "'visibility_timout'"), "new")) == "x = {'new': 60, u\"b\": 1}\n"
    assert rewritten(text, RenameKey(span_of(text, 'u"b"'), "new")).endswith('u"new": 1}\n')


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        ("x = {\n\t'old': 1,  # c\n}\n", "'old'", "x = {\n\t'new': 1,  # c\n}\n"),
        ('x["""old"""] = 1\n', '"""old"""', 'x["""new"""] = 1\n'),
        ("if x: y[(r'old')] = 1; z()\n", "r'old'", "if x: y[(r'new')] = 1; z()\n"),
        ("app.conf.old = 1\n", "old", "app.conf.new = 1\n"),
        ("old = (1)  # c\n", "old", "new = (1)  # c\n"),
        ("class A:\n    old: int = 1\n", "old", "class A:\n    new: int = 1\n"),
        ("f(a, old=1,)\n", "old", "f(a, new=1,)\n"),
        ("f(lambda: {'old': 1})\n", "'old'", "f(lambda: {'new': 1})\n"),
        ("f'{x[\"old\"]}'\n", '"old"', "f'{x[\"new\"]}'\n"),
        ("{'old': (y := 1) for z in w}\n", "'old'", "{'new': (y := 1) for z in w}\n"),
        ("def f():\n    def g(): return dict(old=1)\n", "old", "def f():\n    def g(): return dict(new=1)\n"),
    ],
)
def test_keys_of_every_kind_are_renamed(text: str, key: str, expected: str) -> None:
    assert rewritten(text, RenameKey(span_of(text, key), "new")) == expected


@pytest.mark.parametrize(
    ("imports", "expected"),
    [
        ("from celery import current_app", "from celery import shared_task"),
        ("from celery import chain, current_app", "from celery import chain, shared_task"),
        ("from celery import current_app, shared_task", "from celery import current_app, shared_task"),
        ("from celery import (\n    current_app,\n)", "from celery import (\n    shared_task,\n)"),
    ],
)
def test_share_task(imports: str, expected: str) -> None:
    text = f"{imports}\n\n@current_app.task(bind=True)\ndef f(self): ...\n"
    rewrite = ShareTask(span_of(text, "current_app.task"))
    assert rewritten(text, rewrite) == f"{expected}\n\n@shared_task(bind=True)\ndef f(self): ...\n"


def test_share_task_by_the_name_that_the_file_has_for_it() -> None:
    head = "import celery as c\nfrom own import app\n\n"
    text = head + "@app.task\ndef f(): ...\n\n@other.task()\ndef g(): ...\n"
    once = rewritten(text, ShareTask(span_of(text, "app.task")))
    assert once == text.replace("@app.task", "@c.shared_task")
    assert rewritten(once, ShareTask(span_of(once, "other.task"))) == once.replace("@other.task", "@c.shared_task")


def test_share_task_beside_another_use() -> None:
    text = "from celery import current_app  # c\n\n@current_app.task\ndef f(): ...\n\nprint(current_app)\n"
    wanted = text.replace("import current_app", "import current_app, shared_task").replace(
        "@current_app.task", "@shared_task"
    )
    assert rewritten(text, ShareTask(span_of(text, "current_app.task"))) == wanted
