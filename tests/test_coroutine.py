"""Coroutines of task code, and what becomes of them."""

from __future__ import annotations

import pytest

from celerylint.facts.coroutine import Coroutine
from tests.build import indented, module_of, one

HEAD = """\
import asyncio
from functools import partial
from celery import shared_task

async def load(n):
    await asyncio.sleep(0)

@shared_task
def job(n):
"""


def made(body: str) -> Coroutine:
    found = [each for each in module_of(HEAD + indented(body)).all(Coroutine) if each.code.name == "job"]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("load(n)", "dropped"),
        ("x = load(n)", "dropped"),
        ("x = load(n)\nx.name", "read"),
        ("x: int = load(n)\nx.name", "read"),
        ("x = load(n)\nif x: x['a']", "read"),
        ("load(n) + 1", "read"),
        ("for row in load(n): pass", "read"),
        ("[row for row in load(n)]", "read"),
        ("load(n)['a'].b", "read"),
        ("x = load(n)\nx.name\nasyncio.run(x)", ""),
        ("x = load(n)\nx = 1\nx.name", ""),
        ("x = load(n)\ndef run(): asyncio.run(x)\nrun()", ""),
        ("x = load(n)\nif x is not None: asyncio.run(x)", ""),
        ("x = y = load(n)", ""),
        ("x = [load(n)]", ""),
        ("return load(n)", ""),
        ("lambda: load(n)", ""),
        ("load(n).close()", ""),
        ("load(n).__await__()", ""),
        ("self.pending = load(n)", ""),
        ("with load(n): pass", "read"),
    ],
)
def test_what_becomes_of_it(body: str, what: str) -> None:
    coroutine = made(body)
    assert (coroutine.is_dropped, coroutine.is_read) == (what == "dropped", what == "read")


@pytest.mark.parametrize("body", ["async with load(1) as x: pass", "async for x in load(1): pass", "load(1).name"])
def test_a_coroutine_reads_it_too(body: str) -> None:
    text = HEAD + "    run(inner())\n\nasync def inner():\n" + indented(body)
    found = [each for each in module_of(text).all(Coroutine) if each.code.name == "inner"]
    assert [each.is_read for each in found] == [True]


def test_only_a_task_that_nothing_awaits_must_not_return_it() -> None:
    assert made("return load(n)").is_returned_by_task
    assert not made("def inner(): return 1\nx = [load(n)]\nreturn x").is_returned_by_task


@pytest.mark.parametrize(
    "body", ["partial(asyncio.sleep, 1)", "sleep = partial(asyncio.sleep, 1)\nsleep()", "other(n)"]
)
def test_what_is_no_coroutine(body: str) -> None:
    module = module_of(HEAD + indented(body))
    assert [each for each in module.all(Coroutine) if each.code.name == "job"] == []


def test_sleep_has_a_plain_brother() -> None:
    assert made("asyncio.sleep(1)").plain == "time.sleep"
    assert one(Coroutine, (HEAD + "    load(n)").replace("await asyncio.sleep(0)", "pass")).plain is None
