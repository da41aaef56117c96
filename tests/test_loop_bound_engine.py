"""Async engines whose connections outlive their event loop."""

from __future__ import annotations

import pytest

from celerylint.facts.loop_bound_engine import LoopBoundEngine
from tests.build import module_of

TEXT = """\
import asyncio
from celery import shared_task
from sqlalchemy import URL, pool
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from app import settings, tidy
HOST = "db"
engine = create_async_engine({url})
make = async_sessionmaker(engine)

async def work(n):
    {body}

@shared_task
def job(n):
    {run}
"""
ASYNCPG = '"postgresql+asyncpg://db"'
USE = "async with make() as s: await s.commit()"
RUN = "asyncio.run(work(n))"


def found(url: str = ASYNCPG, body: str = USE, run: str = RUN) -> bool:
    return bool(module_of(TEXT.format(url=url, body=body, run=run)).all(LoopBoundEngine))


@pytest.mark.parametrize(
    ("url", "is_bound"),
    [
        (ASYNCPG, True),
        (ASYNCPG + ", pool_size=5", True),
        (ASYNCPG + ", poolclass=pool.AsyncAdaptedQueuePool", True),
        (ASYNCPG + ", poolclass=pool.NullPool", False),
        (ASYNCPG + ", **settings", False),
        ("url=" + ASYNCPG, True),
        ('f"postgresql+asyncpg://{HOST}"', True),
        ('"postgresql+asyncpg://" + HOST', True),
        ('"postgresql+asyncpg://%s" % HOST', True),
        ('"postgresql+asyncpg://{}".format(HOST)', True),
        ('URL.create("postgresql+asyncpg", host=HOST)', True),
        ('settings.url.replace("postgresql", "postgresql+asyncpg")', True),
        ('"postgresql+psycopg://db"', False),
        ('f"{settings.url}"', False),
        ("settings.url", False),
    ],
)
def test_the_driver_and_the_pool(url: str, is_bound: bool) -> None:
    assert found(url) is is_bound


@pytest.mark.parametrize(
    ("body", "is_used"),
    [
        (USE, True),
        ("async with AsyncSession(engine) as s: await s.commit()", True),
        ("async with engine.begin() as c: await c.execute(n)", True),
        ("async with engine.begin() as c: await engine.dispose()", False),
        ("async with tidy(engine): " + USE.partition(": ")[2], False),
        ("await tidy(bind=engine)", False),
        ("engine = n", False),
        ("await asyncio.sleep(n)", False),
    ],
)
def test_a_coroutine_uses_it_and_leaves_it(body: str, is_used: bool) -> None:
    assert found(body=body) is is_used


@pytest.mark.parametrize(
    ("run", "makes_loop"),
    [
        (RUN, True),
        ("loop = asyncio.new_event_loop(); loop.run_until_complete(work(n))", True),
        ("asyncio.get_event_loop().run_until_complete(work(n))", False),
        ("settings.loop.run_until_complete(work(n))", False),
        ("tidy(work(n))", False),
        ("from app import run_async; run_async(work(n)); asyncio.run(tidy())", False),
    ],
)
def test_the_loop_is_made_for_each_run(run: str, makes_loop: bool) -> None:
    assert found(run=run) is makes_loop


def test_an_annotated_name_is_the_same() -> None:
    text = TEXT.format(url=ASYNCPG, body=USE, run=RUN).replace("engine = ", "engine: object = ")
    assert module_of(text.replace("make = ", "make: object = ")).all(LoopBoundEngine)
