"""Results of tasks, lookups by id, and waiting for them."""

from __future__ import annotations

import pytest

from celerylint.facts.result import Lookup, is_any_result
from celerylint.facts.wait import Wait
from tests.build import module_of, node_at, one, under

HEAD = """\
from celery import chain, group, shared_task
from celery.result import AsyncResult, allow_join_result
from app.tasks import send
@shared_task
def add(a, b): ...
"""


@pytest.mark.parametrize(
    "text",
    [
        "r = add.delay(1, 2)",
        "r = send.apply_async()",
        "r = AsyncResult(x)",
        "r = add.AsyncResult(x)",
        "r = group(add.s(1, 2), add.s(3, 4))()",
        "work = chain(add.s(1, 2), add.s(3))\nr = work()",
        "work = add.s(1, 2) | add.s(3)\nr = work.delay()",
        "r = add.apply((1, 2))",
        "rs = [add.delay(x, x) for x in y]\nfor r in rs: pass",
        "rs = []\nfor x in y: rs.append(add.delay(x, x))\nfor r in rs: pass",
        "def f(r: AsyncResult): pass",
    ],
)
def test_a_result_is_told_by_what_made_it(text: str) -> None:
    body = text.replace(": pass", ":\n    use(r)") if ": pass" in text else f"{text}\nuse(r)"
    module = module_of(HEAD + body)
    assert is_any_result(module, node_at(module, "r"))


@pytest.mark.parametrize(
    "text",
    [
        "r = {}",
        "r = pool.apply_async(f)",
        "r = other.delay(1)",
        "r = add.s(1, 2)",
        "r = add(1, 2)",
        "r = add.delay(1, 2).id",
        "r = AsyncResult",
        "r = unknown()",
        "r = add.delay(1, 2)\nr = {}",
        "rs = [add.delay(1, 2), {}]\nfor r in rs: pass",
        "rs = []\nfor x in y: rs.append(x)\nfor r in rs: pass",
        "def f(r): pass",
        "def f(r: dict): pass",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    body = text.replace(": pass", ":\n    use(r)") if ": pass" in text else f"{text}\nuse(r)"
    module = module_of(HEAD + body)
    assert not is_any_result(module, node_at(module, "r"))


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("r.get()", False),
        ("r.get(timeout=None)", False),
        ("r.get(propagate=False)", False),
        ("r.get(3)", True),
        ("r.get(timeout=x)", True),
        ("r.get(**how)", True),
        ("r.collect(True)", False),
        ("r.collect(timeout=3)", True),
    ],
)
def test_a_timeout_is_given_by_place_or_by_name(call: str, expected: bool) -> None:
    assert one(Wait, HEAD + f"r = add.delay(1, 2)\n{call}").has_timeout is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("with allow_join_result(): r.get()", True),
        ("r.get(disable_sync_subtasks=False)", True),
        ("r.get(disable_sync_subtasks=flag)", True),
        ("r.get(disable_sync_subtasks=True)", False),
        ("with other(): r.get()", False),
    ],
)
def test_a_task_may_be_let_wait(text: str, expected: bool) -> None:
    assert one(Wait, HEAD + f"r = add.delay(1, 2)\n{text}").is_allowed_in_task is expected


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("AsyncResult(x)", False),
        ("AsyncResult(id=x)", False),
        ("add.AsyncResult(task_id=x)", False),
        ("AsyncResult(add.delay(1, 2).id)", True),
        ("AsyncResult(add.delay(1, 2).parent)", False),
    ],
)
def test_a_lookup_by_the_id_of_an_own_dispatch(text: str, own: bool) -> None:
    module = module_of(HEAD + f"kept = {text}")
    (lookup,) = module.all(Lookup)
    assert (under(module, lookup), lookup.is_of_own_dispatch) == (text, own)


@pytest.mark.parametrize("text", ["AsyncResult()", "pool.AsyncResult(1)", "backup.restore(1)"])
def test_what_is_no_lookup(text: str) -> None:
    assert not module_of(HEAD + text).all(Lookup)
