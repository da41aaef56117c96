"""The rewriters that change handlers, blocks and what a file imports, over the shapes in which their code comes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from celerylint.core.rewrite import (
    CallFirst,
    CallInFinally,
    CallInstead,
    GuardCall,
    OpenInWith,
    RaiseAtEnd,
    ReraiseFirst,
    Rewrite,
    RunCall,
    SavepointPerItem,
    TakeBefore,
    UseNullPool,
)
from celerylint.core.span import Span
from celerylint.fixing.files import encoded
from tests.test_rewriters import refused, rewritten, span_of


def becomes(text: str, rewrite: Rewrite, expected: str) -> None:
    """The text becomes what is expected; with tabs for its indentation as well, and with any line ends."""
    assert rewritten(text, rewrite) == expected
    tabs = text.replace("    ", "\t")
    assert rewritten(tabs, _with_tabs(text, rewrite)) == expected.replace("    ", "\t")
    for end in (b"\r\n", b"\r"):
        data = text.encode().replace(b"\n", end)
        assert encoded(data, text, expected) == expected.encode().replace(b"\n", end)


def _with_tabs(text: str, rewrite: Rewrite) -> Rewrite:
    """The rewrite with its places where tabs have put them."""
    lines = text.split("\n")

    def moved(value: object) -> object:
        if isinstance(value, tuple) and not isinstance(value, Span):
            return tuple(map(moved, value))
        if not isinstance(value, Span):
            return tuple(map(moved, value)) if isinstance(value, tuple) else value
        first, last = lines[value.line - 1][: value.column], lines[value.end_line - 1][: value.end_column]
        columns = [len(each.replace("    ", "\t")) for each in (first, last)]
        return Span(value.line, columns[0], value.end_line, columns[1])

    make: Callable[..., Rewrite] = type(rewrite)
    return make(*map(moved, rewrite))


# --- what a file imports

IMPORTS = {
    "from celery import app\n": "from celery import app\nfrom celery.exceptions import Retry\n",
    "import os\n\nimport celery\n\nimport own\n": (
        "import os\n\nimport celery\nfrom celery.exceptions import Retry\n\nimport own\n"
    ),
    "from __future__ import annotations\n": (
        "from __future__ import annotations\n\nfrom celery.exceptions import Retry\n"
    ),
    "'Text.'\nimport os  # why\n": "'Text.'\nimport os  # why\n\nfrom celery.exceptions import Retry\n",
    "from celery.exceptions import Ignore\n": "from celery.exceptions import Ignore, Retry\n",
    "from celery.exceptions import Ignore, TimeoutError\n": (
        "from celery.exceptions import Ignore, Retry, TimeoutError\n"
    ),
    "from celery.exceptions import (\n    Ignore,  # c\n    TimeoutError,\n)\n": (
        "from celery.exceptions import (\n    Ignore,  # c\n    Retry,\n    TimeoutError,\n)\n"
    ),
    "from celery.exceptions import (\n    Ignore,\n)\n": (
        "from celery.exceptions import (\n    Ignore,\n    Retry,\n)\n"
    ),
}
KNOWN = {
    "from celery.exceptions import Retry\n": "Retry",
    "from celery.exceptions import Ignore, Retry as Again\n": "Again",
    "import celery.exceptions\n": "celery.exceptions.Retry",
    "import celery.exceptions as exc\n": "exc.Retry",
}
HANDLED = "\ndef f():\n    try:\n        work()\n    except Exception:\n        log()\n"


@pytest.mark.parametrize("imports", IMPORTS)
def test_an_import_is_put_beside_its_like(imports: str) -> None:
    text = imports + HANDLED
    rewrite = ReraiseFirst((span_of(text, "except Exception"),), ("celery.exceptions.Retry",))
    put = HANDLED.replace("    except Exception", "    except Retry:\n        raise\n    except Exception")
    becomes(text, rewrite, IMPORTS[imports] + put)


@pytest.mark.parametrize("imports", KNOWN)
def test_what_is_imported_is_named_as_it_is_there(imports: str) -> None:
    text = imports + HANDLED
    rewrite = ReraiseFirst((span_of(text, "except Exception"),), ("celery.exceptions.Retry",))
    put = HANDLED.replace("    except Exception", f"    except {KNOWN[imports]}:\n        raise\n    except Exception")
    becomes(text, rewrite, imports + put)


@pytest.mark.parametrize(
    "other",
    [
        "from urllib3 import Retry\n",
        "import celery\nRetry = 1\n",
        "import celery\nclass Retry: ...\n",
        "import celery\ndef g(Retry): ...\n",
        "import celery\nfor Retry in (): ...\n",
    ],
)
def test_no_import_takes_the_name_of_something_else(other: str) -> None:
    text = other + HANDLED
    rewrite = ReraiseFirst((span_of(text, "except Exception"),), ("celery.exceptions.Retry",))
    assert refused(text, rewrite) == "the file has another `Retry`"


# --- handlers

BEFORE = "from celery.exceptions import Retry\n"


def in_shapes(before: str, after: str) -> list[tuple[str, str]]:
    """Statements of a function where statements may stand: in it, nested, in a class, under decorators, in a loop."""
    frames = [
        ("def f():\n", 4),
        ("async def f():\n    'text'\n", 4),
        ("class A:\n    @b\n    @c(1)\n    def f(self):\n", 8),
        ("def f():\n    def g():\n        for x in y:  # first\n", 12),
        ("def f():\n    with a as b, c:  # c\n", 8),
        ("def f():\n    if (x := 1):\n        pass\n    else:\n", 8),
    ]

    def indented(part: str, depth: int) -> str:
        return "".join(" " * depth + line if line.strip() else line for line in part.splitlines(keepends=True))

    return [(head + indented(before, depth), head + indented(after, depth)) for head, depth in frames]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *in_shapes(
            "try:\n    work()\nexcept Exception:\n    log()\n",
            "try:\n    work()\nexcept Retry:\n    raise\nexcept Exception:\n    log()\n",
        ),
        (
            "def f():\n    try: work()\n    except Exception: pass\n",
            "def f():\n    try: work()\n    except Retry:\n        raise\n    except Exception: pass\n",
        ),
        (
            (
                "def f():\n    try:\n        work()\n    # about\n"
                "    except Exception as error:  # noqa\n        log()\n    else:\n        x = 1\n"
            ),
            (
                "def f():\n    try:\n        work()\n    except Retry:\n        raise\n    # about\n"
                "    except Exception as error:  # noqa\n        log()\n    else:\n        x = 1\n"
            ),
        ),
        (
            (
                "def f():\n    try:\n        work()\n    except (\n        ValueError,\n"
                "        Exception,  # all\n    ):\n        log()\n"
            ),
            (
                "def f():\n    try:\n        work()\n    except Retry:\n        raise\n    except (\n"
                "        ValueError,\n        Exception,  # all\n    ):\n        log()\n"
            ),
        ),
    ],
)
def test_reraise_first(text: str, expected: str) -> None:
    header = text[text.index("except") : text.index(":", text.index("except"))]
    text, expected = BEFORE + text, BEFORE + expected
    becomes(text, ReraiseFirst((span_of(text, header),), ("celery.exceptions.Retry",)), expected)


def test_several_are_raised_again_in_one_handler() -> None:
    text = "from celery import app\n" + HANDLED
    names = tuple(f"celery.exceptions.{name}" for name in ("Retry", "Ignore"))
    result = rewritten(text, ReraiseFirst((span_of(text, "except Exception"),), names))
    assert "from celery.exceptions import Ignore, Retry\n" in result
    assert "    except (Retry, Ignore):\n        raise\n    except Exception:\n" in result


def test_handlers_around_each_other_raise_again() -> None:
    text = (
        BEFORE
        + "def f():\n    try:\n        try: a()\n        except A: b()\n        # c\n    except B:\n        pass\n"
    )
    expected = (
        BEFORE
        + "def f():\n    try:\n        try: a()\n        except Retry:\n            raise\n        except A: b()\n"
        "        # c\n"
        "    except Retry:\n        raise\n    except B:\n        pass\n"
    )
    handlers = span_of(text, "except A"), span_of(text, "except B")
    becomes(text, ReraiseFirst(handlers, ("celery.exceptions.Retry",)), expected)


def test_the_handlers_of_a_group_stay() -> None:
    text = BEFORE + HANDLED.replace("except", "except*")
    rewrite = ReraiseFirst((span_of(text, "except* Exception"),), ("celery.exceptions.Retry",))
    assert refused(text, rewrite) == "the handler is an `except*`"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("\n        log()\n", "\n        log()\n        raise\n"),
        ("\n        log()  # c\n        # end\n", "\n        log()  # c\n        raise\n        # end\n"),
        ("\n        return x  # c\n", "\n        raise  # c\n"),
        ("\n        log(); return\n", "\n        log(); raise\n"),
        (" log()\n", " log(); raise\n"),
        (" log(); x = 1;\n", " log(); x = 1; raise\n"),
        (" return {'a': 1}\n", " raise\n"),
        ("\n        if x: log()\n", "\n        if x: log()\n        raise\n"),
        (
            "\n        log(\n            f'{x}',  # c\n        )\n",
            "\n        log(\n            f'{x}',  # c\n        )\n        raise\n",
        ),
    ],
)
def test_raise_at_end(body: str, expected: str) -> None:
    text = f"def f():\n    try:\n        work()\n    except Exception:{body}    finally:\n        end()\n"
    becomes(text, RaiseAtEnd(span_of(text, "except Exception")), text.replace(body, expected))


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("pass", "the handler does nothing"),
        ("...", "the handler does nothing"),
        ("\n        if x: return 1\n        log()", "several"),
    ],
)
def test_a_handler_that_is_wrong_elsewhere_stays(body: str, why: str) -> None:
    text = f"def f():\n    try:\n        work()\n    except Exception: {body}\n"
    assert why in refused(text, RaiseAtEnd(span_of(text, "except Exception")))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("\n        log()\n", "\n        s.rollback()\n        log()\n"),
        ("\n        # why\n        log()\n", "\n        s.rollback()\n        # why\n        log()\n"),
        ("\n        pass\n", "\n        s.rollback()\n"),
        (" pass  # c\n", " s.rollback()  # c\n"),
        (" log(); x += 1\n", " s.rollback(); log(); x += 1\n"),
        ("\n        if x: log()\n", "\n        s.rollback()\n        if x: log()\n"),
    ],
)
def test_call_first(body: str, expected: str) -> None:
    text = "def f():\n    try: work()\n    except E:" + body
    becomes(text, CallFirst(span_of(text, "except E"), "s.rollback()"), text.replace(body, expected))


# --- blocks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *in_shapes("s = Session()\nx = s.get(1)\n", "with Session() as s:\n    x = s.get(1)\n"),
        *in_shapes(
            (
                "s = Session()  # c\n\n# what for\nx = s.get(\n    1,  # c\n)\n\ns.commit()\ns.close()\n"
                "return '''a\n  b'''\n"
            ),
            (
                "with Session() as s:  # c\n    # what for\n    x = s.get(\n        1,  # c\n    )\n\n"
                "    s.commit()\n    return '''a\n  b'''\n"
            ),
        )[:1],
        (
            "def f():\n    a()\n\n    # about\n    s = (Session())\n    if x: s.get(1)\n    # end\n",
            "def f():\n    a()\n\n    # about\n    with Session() as s:\n        if x: s.get(1)\n    # end\n",
        ),
        (
            "def f():\n    s = (  # c\n        Session()\n    )\n    s.get(1)\n",
            "def f():\n    with (  # c\n        Session()\n    ) as s:\n        s.get(1)\n",
        ),
        (
            "def f():\n    s.get(1)\n    s = Session()\n    s.get(1)\n\n    s.close()\n    return 1\n",
            "def f():\n    s.get(1)\n    with Session() as s:\n        s.get(1)\n\n        return 1\n",
        ),
        (
            "def f():\n    s = Session()\n    s.get(1)\n    s.close()  # now\n",
            "def f():\n    with Session() as s:\n        s.get(1)\n        s.close()  # now\n",
        ),
        (
            "def f():\n    return [g for g in h]\ndef k():\n    s = Session()\n    return (lambda: s.get(f'{1}'))()",
            (
                "def f():\n    return [g for g in h]\ndef k():\n    with Session() as s:\n"
                "        return (lambda: s.get(f'{1}'))()"
            ),
        ),
    ],
)
def test_open_in_with(text: str, expected: str) -> None:
    becomes(text, OpenInWith(span_of(text, "Session()"), is_async=False), expected)


def test_an_async_session_is_opened_by_async_with() -> None:
    text = "async def f():\n    s = await m.connect()\n    await s.get(1)\n    await s.close()\n"
    expected = "async def f():\n    async with m.connect() as s:\n        await s.get(1)\n"
    becomes(text, OpenInWith(span_of(text, "m.connect()"), is_async=True), expected)


def test_what_is_used_without_a_name_gets_one() -> None:
    text = "async def f():\n    # c\n    await m.Client(1).post(\n        'x',  # c\n    )  # d\n    y()\n"
    expected = (
        "async def f():\n    # c\n    async with m.Client(1) as client:\n        await client.post(\n"
        "            'x',  # c\n"
        "        )  # d\n    y()\n"
    )
    becomes(text, OpenInWith(span_of(text, "m.Client(1)"), is_async=True), expected)
    assert "another `client`" in refused(text + "    client = 1\n", OpenInWith(span_of(text, "m.Client(1)"), True))


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("if x:\n        s = Session()\n        s.a()\n    s.b()", "`s` is used after its block"),
        ("if x:\n        s = Session()\n        y = s.a()\n    return y", "`y` is used after its block"),
        ("s = Session()", "nothing follows"),
        ("s = t = Session()\n    s.a()", "does more"),
        ("s, t = Session(), 1\n    s.a()", "does more"),
        ("a(); s = Session()\n    s.a()", "shares its line"),
        ("if x: s = Session()\n    s.a()", "shares its line"),
        ("x = Session().a()", "does more"),
        ("return Session().a()", "keeps what it was used for"),
    ],
)
def test_sessions_that_are_not_opened_in_a_with(body: str, why: str) -> None:
    text = f"def f():\n    {body}\n"
    assert why in refused(text, OpenInWith(span_of(text, "Session()"), is_async=False))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *in_shapes(
            "e = make()\nwork(e)\nreturn 1\n",
            "e = make()\ntry:\n    work(e)\n    return 1\nfinally:\n    e.dispose()\n",
        ),
        *in_shapes(
            "e = make()\n\n# c\ntry:\n    work(e)\nexcept E:\n    log()\n",
            "e = make()\n\n# c\ntry:\n    work(e)\nexcept E:\n    log()\nfinally:\n    e.dispose()\n",
        ),
        (
            "def f():\n    e: Engine = make()  # c\n\n    # work\n    work('''\n  x''')\n    # end\n",
            (
                "def f():\n    e: Engine = make()  # c\n\n    try:\n        # work\n        work('''\n"
                "  x''')\n    finally:\n        e.dispose()\n    # end\n"
            ),
        ),
        (
            "def f():\n    e = make()\n    try: a()\n    finally: b()\n",
            (
                "def f():\n    e = make()\n    try:\n        try: a()\n        finally: b()\n"
                "    finally:\n        e.dispose()\n"
            ),
        ),
    ],
)
def test_call_in_finally(text: str, expected: str) -> None:
    becomes(text, CallInFinally(span_of(text, "make()"), False, "e.dispose()", None), expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *in_shapes(
            "work()\n\n# at last\ne.dispose()  # c\nreturn x\n",
            "try:\n    work()\nfinally:\n    # at last\n    e.dispose()  # c\nreturn x\n",
        ),
        *in_shapes(
            "work()\ntry:\n    a()\nfinally:\n    b()\ne.dispose()\n",
            "try:\n    work()\n    try:\n        a()\n    finally:\n        b()\nfinally:\n    e.dispose()\n",
        ),
    ],
)
def test_a_call_is_moved_into_the_finally(text: str, expected: str) -> None:
    place = span_of(text, "e.dispose()")
    becomes(text, CallInFinally(span_of(text, "work()"), True, "e.dispose()", place), expected)


@pytest.mark.parametrize(
    ("handlers", "expected"),
    [
        ("except A:\n    e.dispose()\n    raise\n", "finally:\n    e.dispose()\n"),
        ("except A:  # c\n    e.dispose()\n    raise\n", "except A:  # c\n    raise\nfinally:\n    e.dispose()\n"),
        ("except A:\n    log()\n    e.dispose()\n", "except A:\n    log()\nfinally:\n    e.dispose()\n"),
        ("except A:\n    e.dispose()\n", "except A:\n    pass\nfinally:\n    e.dispose()\n"),
        (
            "except A:\n    e.dispose()\n    raise\nexcept B:\n    pass\n",
            "except A:\n    raise\nexcept B:\n    pass\nfinally:\n    e.dispose()\n",
        ),
    ],
)
def test_a_call_is_moved_out_of_a_handler(handlers: str, expected: str) -> None:
    for text, wanted in in_shapes(
        "e = make()\ntry:\n    work()\n" + handlers, "e = make()\ntry:\n    work()\n" + expected
    ):
        place = span_of(text, "e.dispose()")
        becomes(text, CallInFinally(span_of(text, "make()"), False, "e.dispose()", place), wanted)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("e = make()\n    work()\n    if x:\n        e.dispose()", "in a branch"),
        ("e = make()\n    try: work()\n    finally: e.dispose()", "in a branch"),
        ("e = make()\n    e.dispose()", "nothing follows"),
        ("a(); e = make()\n    work()\n    e.dispose()", "shares its line"),
        ("with a: e = make()\n    work()\n    e.dispose()", "shares its line"),
    ],
)
def test_calls_that_do_not_come_into_a_finally(body: str, why: str) -> None:
    text = f"def f():\n    {body}\n"
    place = span_of(text, "e.dispose()")
    assert why in refused(text, CallInFinally(span_of(text, "make()"), False, "e.dispose()", place))


def test_nothing_is_called_before_its_last_use() -> None:
    text = "def f():\n    if x:\n        e = make()\n        y = work(e)\n    return RESULT\n"
    for call, result in (("e.dispose()", "e"), ("e.close()", "e"), ("await e.close()", "y")):
        used = text.replace("RESULT", result)
        rewrite = CallInFinally(span_of(used, "make()"), False, call, None)
        assert f"`{result}` is used after" in refused(used, rewrite)
    assert "finally:" in rewritten(
        text.replace("RESULT", "y"), CallInFinally(Span(3, 12, 3, 18), False, "e.dispose()", None)
    )


@pytest.mark.parametrize(
    "logs", ["log = getLogger()\n", "log: Logger = logging.getLogger(__name__)\n", "log = get_task_logger('x')\n"]
)
def test_guard_call(logs: str) -> None:
    for before, after in in_shapes(
        "try:\n    a()\nfinally:\n    # c\n    await e.dispose()  # d\n    b()\n",
        "try:\n    a()\nfinally:\n    try:\n        # c\n        await e.dispose()  # d\n    except Exception:\n"
        '        log.exception("e.dispose() failed")\n    b()\n',
    )[1:2]:
        becomes(logs + before, GuardCall(span_of(logs + before, "e.dispose()")), logs + after)


def test_a_file_without_a_logger_gets_one_for_the_purpose() -> None:
    text = "import a\n\ndef f():\n    if x:\n        e.dispose()\n"
    result = rewritten(text, GuardCall(span_of(text, "e.dispose()")))
    assert result.startswith("import logging\n\nimport a\n")
    assert '        logging.getLogger(__name__).exception("e.dispose() failed")\n' in result.replace(
        "    " * 3, "    " * 2
    )
    one = "import a\n\ndef f():\n    if x: e.dispose()\n"
    assert refused(one, GuardCall(span_of(one, "e.dispose()"))) == "the statement shares its line"


# --- items


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *in_shapes(
            "try:  # c\n    s.add(x)\n    n += 1\nexcept E:\n    s.rollback()\n    log()\n",
            "try:  # c\n    with s.begin_nested():\n        s.add(x)\n    n += 1\nexcept E:\n    log()\n",
        ),
        *in_shapes(
            "try: s.add(x)\nexcept E: s.rollback()\n",
            "try:\n    with s.begin_nested():\n        s.add(x)\nexcept E: pass\n",
        )[:0],
        (
            "def f():\n    try: s.add(x)  # c\n    except E: log()\n",
            "def f():\n    try:\n        with s.begin_nested():\n            s.add(x)  # c\n    except E: log()\n",
        ),
        (
            (
                "def f():\n    try:\n        s.add('''\n  x''')\n        # then\n"
                "        if a: b(); return [c for c in d]\n        # end\n    except A: pass\n"
                "    except E:\n        s.rollback()\n"
            ),
            (
                "def f():\n    try:\n        with s.begin_nested():\n            s.add('''\n  x''')\n"
                "            # then\n            if a: b(); return [c for c in d]\n        # end\n"
                "    except A: pass\n    except E:\n        pass\n"
            ),
        ),
    ],
)
def test_savepoint_per_item(text: str, expected: str) -> None:
    becomes(text, SavepointPerItem(span_of(text, "except E"), "s", is_async=False), expected)


def test_in_a_coroutine_the_handlers_read_before() -> None:
    text = (
        "async def f():\n    for a, b in rows:\n\n        # c\n        try:\n"
        "            await s.add(a)\n        except E as e:\n"
        "            await s.rollback()\n            log(f'{a.id} {a.id}', b.name, b.tell(), e.args, (a.id))\n"
    )
    expected = (
        "async def f():\n    for a, b in rows:\n\n        a_id = a.id\n        b_name = b.name\n"
        "        # c\n        try:\n"
        "            async with s.begin_nested():\n                await s.add(a)\n        except E as e:\n"
        "            log(f'{a_id} {a_id}', b_name, b.tell(), e.args, (a_id))\n"
    )
    becomes(text, SavepointPerItem(span_of(text, "except E as e"), "s", is_async=True), expected)


@pytest.mark.parametrize(
    ("work", "handler", "why"),
    [
        ("s.commit()", "pass", "ends the transaction itself"),
        ("s.add(1)", "\n            if x: s.rollback()", "in a branch"),
        ("s.add(1)", "\n            s.rollback()  # why", "a comment stands"),
    ],
)
def test_items_without_a_savepoint(work: str, handler: str, why: str) -> None:
    text = f"def f():\n    for x in y:\n        try: {work}\n        except E: {handler}\n"
    assert why in refused(text, SavepointPerItem(span_of(text, "except E"), "s", is_async=False))


def test_take_before() -> None:
    (text, expected), *_ = in_shapes(
        "\n# c\ntry:\n    await s.commit()\nexcept E:\n    log(x.id, (x.id), x.name)\n    return [x.id for _ in y]\n",
        "\nx_id = x.id\nx_name = x.name\n# c\ntry:\n    await s.commit()\nexcept E:\n    log(x_id, (x_id), x_name)\n"
        "    return [x_id for _ in y]\n",
    )[1:]
    becomes(text, TakeBefore(span_of(text, "x.name")), expected)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("try: a()\n    except E: x.id = 1", "another value"),
        ("try: a()\n    except E: x.id += 1", "another value"),
        ("try: x = a()\n    except E: log(x.id)", "is given its value in the `try`"),
        ("try:\n        if x is None: a()\n    except E: log(x.id)", "asks whether there is a `x`"),
        ("try:\n        if not x: a()\n    except E: log(x.id)", "asks whether there is a `x`"),
        ("x_id = 1\n    try: a()\n    except E: log(x.id)", "another `x_id`"),
        ("try: a()\n    except E: pass\n    log(x.id)", "outside of the handler"),
        ("try: a()\n    except E: log(x().id)", "plain name"),
    ],
)
def test_what_is_not_taken_before(text: str, why: str) -> None:
    text = f"def f():\n    {text}\n"
    read = "x().id" if "x()" in text else "x.id"
    assert why in refused(text, TakeBefore(span_of(text, read)))


# --- calls


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("CALL", "RUN"),
        ("x = CALL  # c", "x = RUN  # c"),
        ("if (x := CALL): y()", "if (x := RUN): y()"),
        ("if not CALL: y()", "if not RUN: y()"),
        ("return (CALL)", "return (RUN)"),
        ("f'{CALL}'", "f'{RUN}'"),
        ("g = lambda: [CALL for _ in z]", "g = lambda: [RUN for _ in z]"),
        ("CALL.x[0]", "RUN.x[0]"),
    ],
)
@pytest.mark.parametrize("call", ["send()", "send(1, *a, b=2,)"])
def test_run_call(line: str, expected: str, call: str) -> None:
    text = "import asyncio\nclass A:\n    def f(self):\n        LINE\n"
    before = text.replace("LINE", line).replace("CALL", call)
    after = text.replace("LINE", expected).replace("RUN", f"asyncio.run({call})")
    becomes(before, RunCall(span_of(before, call), ""), after)
    becomes(before, RunCall(span_of(before, call), "own"), after.replace("asyncio.run", "own"))


def test_a_long_call_is_run_as_it_stands() -> None:
    text = "import asyncio as aio\ndef f():\n    x = send(\n        1,  # c\n    )\n"
    expected = "import asyncio as aio\ndef f():\n    x = aio.run(send(\n        1,  # c\n    ))\n"
    becomes(text, RunCall(span_of(text, "send(\n        1,  # c\n    )"), ""), expected)


def test_call_instead() -> None:
    text = "import asyncio\nimport zlib\ndef f():\n    (asyncio.sleep)(\n        1)\n"
    expected = "import asyncio\nimport time\nimport zlib\ndef f():\n    (time.sleep)(\n        1)\n"
    becomes(text, CallInstead(span_of(text, "(asyncio.sleep)(\n        1)"), "time.sleep"), expected)
    taken = "import asyncio\ndef f(time):\n    asyncio.sleep(1)\n"
    assert "another `time`" in refused(taken, CallInstead(span_of(taken, "asyncio.sleep(1)"), "time.sleep"))


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("make(url)", "make(url, poolclass=NullPool)"),
        ("make(url, echo=True,)", "make(url, poolclass=NullPool, echo=True,)"),
        ("make(\n    url,  # c\n)", "make(\n    url,  # c\n    poolclass=NullPool,\n)"),
    ],
)
def test_use_null_pool(call: str, expected: str) -> None:
    text = f"import sqlalchemy\nf(lambda: {call})\n"
    put = f"import sqlalchemy\nfrom sqlalchemy.pool import NullPool\nf(lambda: {expected})\n"
    becomes(text, UseNullPool(span_of(text, call)), put)
