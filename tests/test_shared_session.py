"""Async sessions that coroutines share."""

from __future__ import annotations

import pytest

from celerylint.facts.shared_session import SharedSession
from tests.build import indented, module_of

HEAD = """\
import asyncio
from celery import shared_task
from sqlalchemy.ext.asyncio import AsyncSession
from db import engine, load, other
lock = asyncio.Lock()
pair = asyncio.Semaphore(2)

async def locked(s, x):
    async with lock: await s.get(x)

async def limited(s, x):
    async with pair: await s.get(x)

async def added(x, *, s): s.add(x)

@shared_task
def job(n): run_async(work(n))

async def work(xs):
    async with AsyncSession(engine) as s, AsyncSession(engine) as t:
"""


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("await asyncio.gather(load(s, 1), load(s, 2))", 1),
        ("await asyncio.gather(load(s, 1), load(t, 2))", 0),
        ("await asyncio.gather(load(s, 1), load(s, 2), load(s, 3))", 1),
        ("await asyncio.gather(asyncio.wait_for(load(s, 1), 5), s.commit())", 1),
        ("await asyncio.gather(*[load(s, x) for x in xs])", 1),
        ("await asyncio.gather(*[locked(s, x) for x in xs])", 0),
        ("await asyncio.gather(*[limited(s, x) for x in xs])", 1),
        ("await asyncio.gather(*[added(x, s=s) for x in xs])", 0),
        ("jobs = [load(s, x) for x in xs]\nawait asyncio.gather(*jobs)", 1),
        ("jobs = [load(s, 1), load(s, 2)]\nawait asyncio.wait(jobs)", 1),
        ("jobs = []\nfor x in xs: jobs.append(load(s, x))\nawait asyncio.gather(*jobs)", 1),
        ("jobs = []\njobs.append(load(s, 1))\nawait asyncio.gather(*jobs)", 0),
        ("jobs = []\nif xs: jobs.append(load(s, 1))\nelse: jobs.append(load(s, 2))\nawait asyncio.gather(*jobs)", 0),
        ("for x in xs:\n    jobs = [other(x)]\n    jobs.append(load(s, x))\n    await asyncio.gather(*jobs)", 0),
        ("for x in xs: await asyncio.gather(load(s, x), other(x))", 0),
        ("async with asyncio.TaskGroup() as g:\n    for x in xs: g.create_task(load(s, x))", 1),
        ("for x in xs:\n    async with asyncio.TaskGroup() as g: g.create_task(load(s, x))", 0),
        ("for y in 'ab':\n    async with asyncio.TaskGroup() as g:\n        g.create_task(load(s, y))\n" * 2, 0),
        ("async with asyncio.TaskGroup() as g:\n    for x in xs:\n        u = AsyncSession(engine)\n"
         "        g.create_task(load(u, x))", 0),
        ("jobs = [asyncio.create_task(load(s, x)) for x in xs]", 1),
        ("jobs = []\nfor x in xs: jobs.append(asyncio.create_task(load(s, x)))", 1),
        ("for x in xs: await asyncio.create_task(load(s, x))", 0),
        ("a = asyncio.create_task(load(s, 1))\nb = asyncio.create_task(load(s, 2))\nawait asyncio.gather(a, b)", 1),
        ("a = asyncio.create_task(load(s, 1))\nb = asyncio.create_task(other(2))\nawait asyncio.gather(a, b)", 0),
        ("other.create_task(load(s, 1))\nother.create_task(load(s, 2))", 0),
        ("for x in xs: await load(s, x)", 0),
    ],
)  # fmt: skip
def test_a_session_is_shared_by_what_runs_at_once(body: str, count: int) -> None:
    assert len(module_of(HEAD + indented(body, 2)).all(SharedSession)) == count
