"""`except` clauses of task code."""

from __future__ import annotations

import sys

import pytest

from celerylint.facts.handler import Handler
from tests.build import indented, module_of, under

HEAD = (
    "import sys\nfrom celery import shared_task\nfrom celery.exceptions import SoftTimeLimitExceeded\n"
    "from sqlalchemy import exc\n@shared_task(bind=True)\ndef job(self, rows):\n"
)


def handler(body: str) -> Handler:
    """The last handler in the body of a bound task."""
    return module_of(HEAD + indented(body)).all(Handler)[-1]


@pytest.mark.parametrize(
    ("clause", "kinds", "broad"),
    [
        ("except:", [], True),
        ("except Exception:", ["builtins.Exception"], True),
        ("except BaseException as e:", ["builtins.BaseException"], True),
        ("except (ValueError, Exception):", ["builtins.ValueError", "builtins.Exception"], True),
        ("except ValueError:", ["builtins.ValueError"], False),
        ("except exc.SQLAlchemyError:", ["sqlalchemy.exc.SQLAlchemyError"], False),
        ("except ERRORS:", [None], False),
        ("except errors():", [None], False),
        ("except rows.Exception:", [None], False),
    ],
)
def test_what_a_handler_catches(clause: str, kinds: list[str | None], broad: bool) -> None:
    found = handler(f"try: work()\n{clause} log()")
    assert (found.kinds, found.is_broad) == (kinds, broad)


@pytest.mark.parametrize(
    ("top", "broad"),
    [
        ("ERRORS = (ValueError, Exception)\n", True),
        ("ERRORS = ValueError\n", False),
        ("from lib import Exception\nERRORS = Exception\n", False),
        ("class Exception(Base): ...\nERRORS = Exception\n", False),
        ("ERRORS = Exception\nERRORS = ValueError\n", False),
    ],
)
def test_names_of_exceptions_are_resolved(top: str, broad: bool) -> None:
    text = top + HEAD + indented("try: work()\nexcept ERRORS: log()")
    (found,) = module_of(text).all(Handler)
    assert found.is_broad is broad


@pytest.mark.parametrize(
    "body",
    [
        "raise",
        "return",
        "break",
        "if rows: raise\nlog()",
        "log()\nwith rows:\n    return 1",
        "for x in rows: break",
        "self.retry()",
        "self.retry(exc=error)",
        "if rows: self.retry(exc=error)",
        "self.replace(other.s())",
        "sys.exit(1)",
        "exit()",
    ],
)
def test_a_handler_may_leave(body: str) -> None:
    assert handler(f"for row in rows:\n    try: work()\n    except Exception as error:\n{indented(body, 2)}").leaves


@pytest.mark.parametrize(
    "body", ["log()", "continue", "pass", "def f(): raise", "f = lambda: (yield)", "self.retry(throw=False)"]
)
def test_a_handler_goes_on(body: str) -> None:
    assert not handler(f"for row in rows:\n    try: work()\n    except Exception:\n{indented(body, 2)}").leaves


@pytest.mark.parametrize(
    ("clauses", "caught"),
    [
        ("except SoftTimeLimitExceeded: raise\nexcept Exception: log()", True),
        ("except (ValueError, SoftTimeLimitExceeded): raise\nexcept Exception: log()", True),
        ("except exceptions.SoftTimeLimitExceeded: raise\nexcept Exception: log()", True),
        ("except ValueError: raise\nexcept Exception: log()", False),
        ("except Exception: log()", False),
        ("except Exception: log()\nexcept SoftTimeLimitExceeded: raise", False),
    ],
)
def test_the_soft_limit_may_be_caught_before(clauses: str, caught: bool) -> None:
    found = module_of(HEAD + indented(f"try: work()\n{clauses}")).all(Handler)
    assert next(one for one in found if one.is_broad).soft_limit_is_caught_before is caught


@pytest.mark.parametrize(
    ("body", "looped"),
    [
        ("for row in rows:\n    try: work()\n    except E: log()", True),
        ("while rows:\n    try: work()\n    except E: log()", True),
        ("for row in rows:\n    with row:\n        if x:\n            try: work()\n            except E: log()", True),
        ("try:\n    for row in rows: work()\nexcept E: log()", False),
        ("for row in rows: pass\nelse:\n    try: work()\n    except E: log()", False),
        ("for row in rows:\n    def f():\n        try: work()\n        except E: log()\n    f()", False),
        ("try: work()\nexcept E: log()", False),
    ],
)
def test_the_loop_that_a_try_runs_in(body: str, looped: bool) -> None:
    assert (handler(body).loop is not None) is looped


@pytest.mark.parametrize(
    ("body", "guards"),
    [("work()", True), ("await_ = rows.x", False), ("x = rows[0]", False), ("if rows.ok: work()", True),
     ("def f(): g()", False)],
)  # fmt: skip
def test_a_try_guards_a_call(body: str, guards: bool) -> None:
    assert handler(f"try:\n{indented(body)}except E: log()").guards_a_call is guards


def test_only_handlers_of_task_code_are_found() -> None:
    text = "try: pass\nexcept E: pass\ndef view():\n    try: pass\n    except E: pass\n"
    assert not module_of(text).all(Handler)
    assert not module_of(text + HEAD + "    pass\n").all(Handler)


def test_a_handler_stands_on_its_header() -> None:
    module = module_of(HEAD + indented("try: work()\nexcept (ValueError,\n        Exception) as error: log()"))
    (found,) = module.all(Handler)
    assert under(module, found) == "except (ValueError,\n            Exception) as error"


@pytest.mark.skipif(sys.version_info < (3, 11), reason="newer grammar")
def test_handlers_of_groups_are_handlers() -> None:
    assert handler("for row in rows:\n    try: work()\n    except* Exception: log()").is_broad


@pytest.mark.parametrize(
    "body",
    [
        "pass",
        "log.error(error)",
        "logging.getLogger(__name__).error('x', error)",
        "get_task_logger('x').exception('x')",
        "print(error)",
        "errors.append(error)",
        "rows.text = str(error)",
        "save(rows)",
        "return",
    ],
)
def test_a_handler_that_takes_the_exception(body: str) -> None:
    assert handler(f"try: work()\nexcept Exception as error: {body}").goes_on


@pytest.mark.parametrize(
    "body",
    [
        "raise",
        "assert False",
        "sys.exit(1)",
        "self.retry(exc=error)",
        "abort(404)",
        "rows.fail()",
        "parser.error('x')",
        "catalog.error('x')",
        "note(error)",
        "note(cause=error)",
        "wrap(note)(error)",
        "again()",
    ],
)
def test_a_handler_that_may_raise_it(body: str) -> None:
    text = HEAD + indented(f"try: work()\nexcept Exception as error: {body}") + "def again():\n    raise ValueError\n"
    assert not module_of(text).all(Handler)[-1].goes_on
