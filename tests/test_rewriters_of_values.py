"""The rewriters of values, decorators, coroutines, queries and imports over the shapes in which their code comes."""

from __future__ import annotations

import pytest

from celerylint.core.rewrite import (
    AwaitArgument,
    AwaitCall,
    CallOnCommit,
    CatchInstead,
    CloneChain,
    Compare,
    DeferCall,
    GiveZone,
    ImportFrom,
    LoadEagerly,
    MakeTuple,
    PutTaskAbove,
    Rewrite,
    RunCoroutine,
    RunWith,
    SetValue,
    SpareException,
    TakeAttribute,
    WrapValue,
)
from tests.test_rewriters import refused, rewritten, span_of
from tests.test_rewriters_of_blocks import becomes

FRAMES = [
    "PART\n",
    "x = PART  # why\n",
    "if x: PART\n",
    "class A:\n    def f(self):\n        def g(): return [PART for _ in y]\n",
    "f = lambda: PART\n",
    "f(\n    1,\n    # above\n    a=PART,  # behind\n)\n",
    "if (w := PART): pass\n",
    "x = f'{a!r:>{b}} é' + (PART)\n",
]
"""Where an expression may stand: alone, behind a colon, in functions and calls, in a walrus, beside an f-string."""
frames = pytest.mark.parametrize("frame", FRAMES)


def in_frame(frame: str, part: str) -> str:
    return frame.replace("PART", part)


# --- values

TUPLES = [
    ("OSError", "(OSError,)"),
    ("m.Error", "(m.Error,)"),
    ("f'{x}'", "(f'{x}',)"),
    ("f(\n    1,  # c\n)", "(f(\n    1,  # c\n),)"),
    ("a if b else c", "(a if b else c,)"),
]


@frames
@pytest.mark.parametrize(("value", "expected"), TUPLES)
def test_make_tuple(frame: str, value: str, expected: str) -> None:
    text = in_frame(frame, value)
    bare = expected[1:-1] if f"({value})" in text else expected  # the parentheses that are there are the tuple's
    becomes(text, MakeTuple(span_of(text, value)), in_frame(frame, bare))


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("x = ((OSError))\n", "OSError", "x = ((OSError,))\n"),
        ("x = (  # one\n    OSError  # two\n)\n", "OSError", "x = (  # one\n    OSError,  # two\n)\n"),
        ("f((y := 1))\n", "y := 1", "f(((y := 1),))\n"),
        ("f(lambda: 1)\n", "lambda: 1", "f(((lambda: 1),))\n"),
    ],
)
def test_a_tuple_of_what_is_in_parentheses(text: str, value: str, expected: str) -> None:
    becomes(text, MakeTuple(span_of(text, value)), expected)


@frames
@pytest.mark.parametrize(("value", "source"), [("None", "()"), ("False", "True")])
def test_set_value(frame: str, value: str, source: str) -> None:
    text = in_frame(frame, value)
    result = rewritten(text, SetValue(span_of(text, value), source))
    assert result in (in_frame(frame, source), in_frame(frame, source).replace("(())", "()"))


VALUES = ["{1, 2}", "missing", "set(low) | missing", "map(str, x)", "{\n    1,  # c\n}", "x if y else z", "lambda: 1"]


@frames
@pytest.mark.parametrize("value", VALUES)
def test_wrap_value(frame: str, value: str) -> None:
    text = in_frame(frame, value)
    wanted = in_frame(frame, f"list({value})").replace(f"(list({value}))", f"list({value})")
    assert rewritten(text, WrapValue(span_of(text, value), "list")) == wanted


def test_a_builtin_that_the_file_binds_is_not_called() -> None:
    for bound in ("list = 1", "def list(): ...", "from x import list", "from x import *"):
        text = f"{bound}\nf({{1}})\n"
        assert "another `list`" in refused(text, WrapValue(span_of(text, "{1}"), "list"))


@frames
@pytest.mark.parametrize("value", ["order", "a.b", "f(1)", "x[0]", "[q for q in z][0]"])
def test_take_attribute(frame: str, value: str) -> None:
    text = in_frame(frame, value)
    becomes(text, TakeAttribute(span_of(text, value), "pk"), in_frame(frame, f"{value}.pk"))


def test_an_attribute_of_what_needs_parentheses() -> None:
    text = "f(a if b else c)\n"
    assert rewritten(text, TakeAttribute(span_of(text, "a if b else c"), "pk")) == "f((a if b else c).pk)\n"


@frames
@pytest.mark.parametrize(
    ("comparison", "operator", "expected"),
    [
        ("a > b", ">=", "a >= b"),
        ("a<=b", "<", "a<b"),
        ("limit  <  self.request.retries", "<=", "limit  <=  self.request.retries"),
        ("a >= (b\n    + c)", ">", "a > (b\n    + c)"),
    ],
)
def test_compare(frame: str, comparison: str, operator: str, expected: str) -> None:
    text = in_frame(frame, comparison)
    becomes(text, Compare(span_of(text, comparison), operator), in_frame(frame, expected))


# --- calls

CALLS = ["t.delay()", "t.delay(order.pk)", "t.delay(\n    1,  # one\n    a=f'{x}',\n)", "(a | b).apply_async((y,))"]


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(
    "frame",
    [
        "on_commit(PART)\n",
        "on_commit(func=PART, using='x')\n",
        "on_commit(\n    PART,  # why\n)\n",
        "on_commit((PART))\n",
    ],
)
def test_defer_call(frame: str, call: str) -> None:
    text = in_frame(frame, call)
    becomes(text, DeferCall(span_of(text, call)), in_frame(frame, f"lambda: {call}"))


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(
    "frame", ["PART\n", "if x: PART\n", "    PART  # soon\n", "    x(); PART; y()\n", "    (PART)\n"]
)
def test_call_on_commit(frame: str, call: str) -> None:
    around = "def f():\n    with a:\n    PART" if frame.startswith(" ") else "PART"
    text = "from django.db import transaction\n" + around.replace("PART", in_frame(frame, call))
    hook = f"transaction.on_commit(lambda: {call})"
    becomes(text, CallOnCommit(span_of(text, call)), text.replace(call, hook))


@pytest.mark.parametrize(
    ("imports", "expected", "written"),
    [
        ("import os\n", "import os\n\nfrom django.db import transaction\n", "transaction"),
        ("from django.db import models\n", "from django.db import models, transaction\n", "transaction"),
        ("from django.db import transaction as tx\n", "from django.db import transaction as tx\n", "tx"),
        ("from django import db\n", "from django import db\n", "db.transaction"),
    ],
)
def test_the_transaction_is_imported(imports: str, expected: str, written: str) -> None:
    text = f"{imports}\nt.delay()\n"
    result = rewritten(text, CallOnCommit(span_of(text, "t.delay()")))
    assert result == f"{expected}\n{written}.on_commit(lambda: t.delay())\n"


def test_another_transaction_is_left() -> None:
    text = "import os\ntransaction = begin()\nt.delay()\n"
    assert refused(text, CallOnCommit(span_of(text, "t.delay()"))) == "the file has another `transaction`"


@frames
@pytest.mark.parametrize("call", ["steps.delay(\n    1,  # c\n)", "steps()", "steps . apply_async()"])
def test_clone_chain(frame: str, call: str) -> None:
    text = in_frame(frame, call)
    becomes(text, CloneChain((span_of(text, "steps"),)), text.replace("steps", "steps.clone()"))


# --- decorators

SPARED = [
    ("autoretry_for=(Exception,)", "autoretry_for=(Exception,), dont_autoretry_for=(Reject,)"),
    ("autoretry_for=(Exception,),", "autoretry_for=(Exception,), dont_autoretry_for=(Reject,),"),
    ("bind=True, autoretry_for=E, a=1", "bind=True, autoretry_for=E, dont_autoretry_for=(Reject,), a=1"),
    ("autoretry_for=E, **more", "autoretry_for=E, dont_autoretry_for=(Reject,), **more"),
    (
        "\n    autoretry_for=(Exception,),  # all\n",
        "\n    autoretry_for=(Exception,),  # all\n    dont_autoretry_for=(Reject,),\n",
    ),
    (
        "\n    autoretry_for=E,  # all\n    a=1,  # one\n",
        "\n    autoretry_for=E,  # all\n    dont_autoretry_for=(Reject,),\n    a=1,  # one\n",
    ),
    ("\n    autoretry_for=E\n", "\n    autoretry_for=E,\n    dont_autoretry_for=(Reject,)\n"),
]


@pytest.mark.parametrize(("given", "expected"), SPARED)
@pytest.mark.parametrize("frame", ["@one\n@task(PART)\n@two\ndef f(): ...\n", "f = task(PART)(g)\n"])
def test_spare_exception(frame: str, given: str, expected: str) -> None:
    text = "from celery.exceptions import Reject\n" + in_frame(frame, given)
    option = next(part for part in ("autoretry_for=(Exception,)", "autoretry_for=E") if part in given)
    rewrite = SpareException(span_of(text, option), None, "celery.exceptions.Reject")
    becomes(text, rewrite, text.replace(given, expected))


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("(KeyError,)", "(KeyError, Reject)"),
        ("(KeyError, ValueError)", "(KeyError, ValueError, Reject)"),
        ("[KeyError]", "[KeyError, Reject]"),
        ("(KeyError, *more,)", "(KeyError, *more, Reject,)"),
        ("(\n    KeyError,  # k\n)", "(\n    KeyError,  # k\n    Reject,\n)"),
        ("(\n    KeyError,\n    m.Error,\n)", "(\n    KeyError,\n    m.Error,\n    Reject,\n)"),
    ],
)
def test_one_more_exception_is_spared(listed: str, expected: str) -> None:
    text = f"import celery.exceptions\n@task(autoretry_for=E, dont_autoretry_for={listed})\ndef f(): ...\n"
    rewrite = SpareException(
        span_of(text, "autoretry_for=E, ")._replace(), span_of(text, listed), "celery.exceptions.Reject"
    )
    assert rewritten(text, rewrite) == text.replace(listed, expected.replace("Reject", "celery.exceptions.Reject"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("@timed\n@app.task\n", "@app.task\n@timed\n"),
        ("@timed  # how long\n@app.task()  # ours\n", "@app.task()  # ours\n@timed  # how long\n"),
        ("# above\n@timed\n# below\n@app.task\n", "# above\n# below\n@app.task\n@timed\n"),
        ("@first\n@timed\n@app.task\n@last\n", "@first\n@app.task\n@timed\n@last\n"),
        ("@timed\n@mid(1)\n@app.task\n", "@app.task\n@timed\n@mid(1)\n"),
        ("@(timed)\n@app.task(\n    a=1,\n)\n", "@app.task(\n    a=1,\n)\n@(timed)\n"),
    ],
)
def test_put_task_above(before: str, after: str) -> None:
    task = next(part for part in ("app.task(\n    a=1,\n)", "app.task()", "app.task") if part in before)
    for frame in ("PARTdef f(a): return a\n", "PARTasync def f(\n    a,  # é\n): ...\n"):
        text = in_frame(frame, before)
        header = "async def f" if "async" in frame else "def f"
        becomes(
            text,
            PutTaskAbove(span_of(text, header), span_of(text, task), span_of(text, "timed")),
            in_frame(frame, after),
        )


# --- coroutines


@pytest.mark.parametrize(
    ("parameters", "handed"),
    [
        ("", ""),
        ("a", "a"),
        ("a: int = 1, *, b=2", "a, b=b"),
        ("a, /, b, *c, d, **e", "a, b, *c, d=d, **e"),
        ("\n    a,  # one\n    b=f'{x}',\n", "a, b"),
    ],
)
def test_run_coroutine(parameters: str, handed: str) -> None:
    body = "    # why\n    x = '''\n  text'''\n    return await y  # end\n"
    text = f"import asyncio as aio\n\n\n@task(a=1)  # c\nasync def f({parameters}) -> int:\n{body}"
    becomes(
        text,
        RunCoroutine(span_of(text, "async def f"), ""),
        f"import asyncio as aio\n\n\n@task(a=1)  # c\ndef f({parameters}) -> int:\n"
        f"    return aio.run(_f({handed}))\n\n\n"
        f"async def _f({parameters}) -> int:\n{body}",
    )


def test_a_method_is_run() -> None:
    text = "class A(Task):\n    async def run(this, a): await a\n    x = 1\n"
    wanted = (
        "class A(Task):\n    def run(this, a):\n        return run_async(this._run(a))\n\n"
        "    async def _run(this, a): await a\n    x = 1\n"
    )
    becomes(text, RunCoroutine(span_of(text, "async def run"), "run_async"), wanted)


def test_a_docstring_stays_with_the_task() -> None:
    text = "@task\nasync def f():\n    '''Does it.\n\n    Well.'''\n\n    await x\n"
    wanted = (
        "@task\ndef f():\n    '''Does it.\n\n    Well.'''\n    return run(_f())\n\n\nasync def _f():\n    await x\n"
    )
    becomes(text, RunCoroutine(span_of(text, "async def f"), "run"), wanted)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("@a\n@task\nasync def f(): ...\n", "another decorator stands at the function"),
        ("@task\nasync def f(): ...\ndef _f(): ...\n", "the file has another `_f`"),
        ("@task\nasync def f(): ...\nasync def g(): await f()\n", "the file calls `f` itself"),
        ("class A(B):\n    async def f(self): await super().f()\n", "the function is more than a plain one"),
        ("class A(B):\n    async def f(self): await self._f()\n", "the file has another `_f`"),
    ],
)
def test_coroutines_that_are_left(text: str, why: str) -> None:
    assert refused(text, RunCoroutine(span_of(text, "async def f"), "run")) == why


@frames
@pytest.mark.parametrize("argument", ["load()", "load(),", "\n    load(),  # c\n", "f'{x}'"])
def test_run_with(frame: str, argument: str) -> None:
    call = f"asyncio.run({argument})"
    text = in_frame(frame, call)
    if "#" in argument:
        assert "comment" in refused(text, RunWith(span_of(text, call), "run_async"))
    else:
        becomes(text, RunWith(span_of(text, call), "run_async"), in_frame(frame, f"run_async({argument})"))


AWAITED = [
    ("asyncio.run(load(1))", "await load(1)"),
    ("loop.run_until_complete(\n    load(),\n)", "await load()"),
    ("async_to_sync(a.b)(1, c=f'{x}')", "await a.b(1, c=f'{x}')"),
    ("asyncio.run(a or b)", "await (a or b)"),
    ("asyncio.run((load()))", "await (load())"),
]
ASYNC_FRAMES = [
    "PART\n",
    "if x: PART  # why\n",
    "return [PART for _ in y]\n",
    "x = (PART)\n",
    "if (w := PART): pass\n",
    "f(\n        a=PART,  # behind\n    )\n",
]


@pytest.mark.parametrize("frame", ASYNC_FRAMES)
@pytest.mark.parametrize(("call", "expected"), AWAITED)
def test_await_argument(frame: str, call: str, expected: str) -> None:
    text = f"async def g():\n    {in_frame(frame, call)}"
    becomes(text, AwaitArgument(span_of(text, call)), f"async def g():\n    {in_frame(frame, expected)}")


@pytest.mark.parametrize("after", [".result", "[0]", "(1)"])
def test_what_is_read_from_is_awaited_first(after: str) -> None:
    text = f"async def g():\n    return asyncio.run(load()){after}\n"
    assert f"(await load()){after}" in rewritten(text, AwaitArgument(span_of(text, "asyncio.run(load())")))


def test_more_than_a_coroutine_is_not_awaited() -> None:
    for call in ("asyncio.run(load(), debug=True)", "asyncio.run(*x)", "asyncio.run(main=load())"):
        text = f"async def g():\n    {call}\n"
        assert refused(text, AwaitArgument(span_of(text, call))) == "the call is given more than the coroutine"


def test_no_generator_becomes_asynchronous() -> None:
    for call, make in (("asyncio.run(load(x))", AwaitArgument), ("session.get(x)", AwaitCall)):
        text = f"async def g():\n    return sum({call} for x in y)\n"
        assert "asynchronous" in refused(text, make(span_of(text, call)))
        first = f"async def g():\n    return sum(x for x in {call})\n"
        assert "in await " in rewritten(first, make(span_of(first, call)))


# --- queries


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("select(Order)", "select(Order).options(LOAD)"),
        ("select(\n    Order,  # o\n)", "select(\n    Order,  # o\n).options(LOAD)"),
        ("s.get(Order, 1)", "s.get(Order, 1, options=[LOAD])"),
        ("s.get(\n    Order,\n    1,\n)", "s.get(\n    Order,\n    1,\n    options=[LOAD],\n)"),
        ("s.get_one(Order, 1, with_for_update=True)", "s.get_one(Order, 1, options=[LOAD], with_for_update=True)"),
    ],
)
@pytest.mark.parametrize("frame", ["x = PART\n", "x = await s.scalars((PART).limit(1))\n", "f = lambda: PART\n"])
def test_load_eagerly(frame: str, query: str, expected: str) -> None:
    head = "from sqlalchemy.orm import selectinload as load\n\n\nasync def f():\n    "
    text = head + in_frame(frame, query)
    rewrite = LoadEagerly(span_of(text, query), span_of(text, "Order"), "lines")
    becomes(text, rewrite, head + in_frame(frame, expected.replace("LOAD", "load(Order.lines)")))


def test_an_option_joins_others() -> None:
    text = "import sqlalchemy.orm\nx = select(m.Order).options(joinedload(m.Order.customer)).limit(1)\n"
    rewrite = LoadEagerly(
        span_of(text, "select(m.Order)"), span_of(text, "select(m.Order)")._replace(column=11, end_column=18), "lines"
    )
    loaded = "sqlalchemy.orm.selectinload(m.Order.lines)"
    assert rewritten(text, rewrite) == text.replace(".options(", f".options({loaded}, ")


# --- times


@frames
@pytest.mark.parametrize(
    ("imports", "call", "expected"),
    [
        ("from datetime import datetime, timezone", "datetime.now()", "datetime.now(timezone.utc)"),
        ("from datetime import datetime, timezone as tz", "datetime.utcnow()", "datetime.now(tz.utc)"),
        ("import datetime", "datetime.datetime.today()", "datetime.datetime.now(datetime.timezone.utc)"),
        ("import datetime as dt", "dt.datetime.utcnow()", "dt.datetime.now(dt.timezone.utc)"),
        (
            "import datetime as dt",
            "dt.datetime.utcfromtimestamp(f(\n    1,  # c\n))",
            "dt.datetime.fromtimestamp(f(\n    1,  # c\n), dt.timezone.utc)",
        ),
    ],
)
def test_give_zone(frame: str, imports: str, call: str, expected: str) -> None:
    text = f"{imports}\n{in_frame(frame, call)}"
    becomes(text, GiveZone(span_of(text, call)), f"{imports}\n{in_frame(frame, expected)}")


@pytest.mark.parametrize(
    ("imports", "expected"),
    [
        ("from datetime import datetime", "from datetime import datetime, timezone"),
        ("from datetime import datetime, tzinfo", "from datetime import datetime, timezone, tzinfo"),
        (
            "from datetime import (\n    datetime,  # d\n)",
            "from datetime import (\n    datetime,  # d\n    timezone,\n)",
        ),
        ("from datetime import datetime as when", "from datetime import datetime as when, timezone"),
    ],
)
def test_the_zone_is_imported(imports: str, expected: str) -> None:
    name = "when" if "when" in imports else "datetime"
    text = f"{imports}\nx = {name}.now()\n"
    becomes(text, GiveZone(span_of(text, f"{name}.now()")), f"{expected}\nx = {name}.now(timezone.utc)\n")


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("from datetime import datetime\nfrom django.utils import timezone\nx = datetime.now()\n", "datetime.now()"),
        ("from datetime import datetime\nx = datetime.now(1)\n", "datetime.now(1)"),
        ("from datetime import datetime\nx = datetime.utcfromtimestamp(*a)\n", "datetime.utcfromtimestamp(*a)"),
        ("now = 1\nx = now()\n", "now()"),
    ],
)
def test_times_that_stay(text: str, call: str) -> None:
    assert refused(text, GiveZone(span_of(text, call)))


# --- imports


@pytest.mark.parametrize(
    ("caught", "expected"),
    [
        ("except asyncio.TimeoutError:", "except TimeoutError:"),
        ("except (ValueError, asyncio.TimeoutError) as error:", "except (ValueError, TimeoutError) as error:"),
        ("except(asyncio.TimeoutError): # c", "except(TimeoutError): # c"),
    ],
)
def test_catch_instead(caught: str, expected: str) -> None:
    text = f"import asyncio\nfrom celery import Celery\ntry: x()\n{caught}\n    y()\n"
    added = text.replace("Celery\n", "Celery\nfrom celery.exceptions import TimeoutError\n").replace(caught, expected)
    becomes(text, CatchInstead(span_of(text, "asyncio.TimeoutError"), "celery.exceptions"), added)


def test_a_builtin_that_is_used_elsewhere_keeps_its_meaning() -> None:
    alone = "import celery.app\ntry: x()\nexcept TimeoutError: pass\n"
    rewrite: Rewrite = CatchInstead(span_of(alone, "TimeoutError"), "celery.exceptions")
    assert rewritten(alone, rewrite) == f"import celery.app\nfrom celery.exceptions import TimeoutError\n{alone[18:]}"
    text = alone + "raise TimeoutError()\n"
    rewrite = CatchInstead(span_of(text, "TimeoutError: pass")._replace(end_column=19), "celery.exceptions")
    assert refused(text, rewrite) == "the file has another `TimeoutError`"


@pytest.mark.parametrize(
    ("before", "alias", "after"),
    [
        ("from celery.task import task\n", "task", "from celery import shared_task as task\n"),
        ("from celery.task import task as t  # c\n", "task as t", "from celery import shared_task as t  # c\n"),
        ("from celery.task import task as shared_task\n", "task as shared_task", "from celery import shared_task\n"),
        (
            "from celery.task import (\n    task,  # c\n)\n",
            "task",
            "from celery import (\n    shared_task as task,  # c\n)\n",
        ),
        (
            "from celery.task import A, task, B\n",
            "task",
            "from celery.task import A, B\nfrom celery import shared_task as task\n",
        ),
        (
            "from celery.task import (\n    A,\n    task\n)\n",
            "task",
            "from celery.task import (\n    A\n)\nfrom celery import shared_task as task\n",
        ),
        (
            "def f():\n    from celery.task import task; x = 1\n",
            "task",
            "def f():\n    from celery import shared_task as task; x = 1\n",
        ),
    ],
)
def test_import_from(before: str, alias: str, after: str) -> None:
    start = before.index("import") + before[before.index("import") :].index(alias)
    line = before[:start].count("\n") + 1
    column = start - before[:start].rfind("\n") - 1
    place = span_of(alias, alias)._replace(line=line, column=column, end_line=line, end_column=column + len(alias))
    becomes(before, ImportFrom(place, "celery", "shared_task"), after)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("import task\n", "the import is no `from ... import`"),
        ("if x: from celery.task import A, task\n", "the import shares its line"),
    ],
)
def test_imports_that_stay(text: str, why: str) -> None:
    place = span_of(text, "task\n")._replace(end_line=1, end_column=len(text) - 1)
    assert refused(text, ImportFrom(place, "celery", "shared_task")) == why
