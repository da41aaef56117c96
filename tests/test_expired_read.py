"""Reads of what an async session has expired, as `proofs/attribute_after_rollback.py` shows them fail."""

from __future__ import annotations

import pytest

from celerylint.facts.expired_read import ExpiredRead
from tests.build import indented, module_of

HEAD = """\
from celery import shared_task
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_scoped_session, async_sessionmaker
from db import Item, SessionLocal, engine, thing
expiring = async_sessionmaker(engine)
keeping = async_sessionmaker(engine, expire_on_commit=False)

@shared_task
def job(n): run_async(work(n))

async def work(n, given: AsyncSession):
    async with {0} as s:
"""
GET = "x = await s.get(Item, n)\n"
ALL = "xs = (await s.scalars(select(Item))).all()\n"


def read(body: str, maker: str = "keeping()") -> list[tuple[str, str]]:
    module = module_of(HEAD.format(maker) + indented(body, 2))
    return [(each.name, each.cause) for each in module.all(ExpiredRead)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (GET + "await s.rollback()\nx.id", [("x.id", "rollback")]),
        ("x: Item = await s.get(Item, n)\nawait s.rollback()\nx.id", [("x.id", "rollback")]),
        ("if (x := await s.get(Item, n)): await s.rollback()\nx.id", [("x.id", "rollback")]),
        (GET + "await s.rollback()\nx.id\nx.name", [("x.id", "rollback")]),
        (GET + "await s.rollback()\nx.name.upper()", [("x.name", "rollback")]),
        (GET + "await s.rollback()\nx.count += 1", [("x.count", "rollback")]),
        (GET + "await s.rollback()\nx.count = 1", []),
        (GET + "await s.rollback()\nx.describe()", []),
        (GET + "await s.rollback()\nx.__class__, x.KIND, x.metadata, x.awaitable_attrs", []),
        (GET + "s.rollback()\nx.id", []),
        (GET + "await other.rollback()\nx.id", []),
        (GET + "await s.rollback()\nawait s.refresh(x)\nx.id", []),
        (GET + "await s.rollback()\nawait reload(s, x)\nx.id", []),
        (GET + "await s.rollback()\nlog(x)\nx.id", [("x.id", "rollback")]),
        (GET + "await s.rollback()\nx = thing()\nx.id", []),
        (GET + "s.expunge(x)\nawait s.rollback()\nx.id", []),
        (GET + "await s.commit()\nx.id", []),
        (GET + "await s.commit()\nawait s.rollback()\nx.id", []),
        (GET + "await s.commit()\nx.count = 1\nawait s.rollback()\nx.id", [("x.id", "rollback")]),
        (GET + "await s.commit()\ns.add(n)\nawait s.rollback()\nx.id", [("x.id", "rollback")]),
        (GET + "try: await s.flush()\nexcept Exception: x.id", [("x.id", "failed flush")]),
        (GET + "try: await s.flush()\nexcept ValueError: x.id", []),
        (GET + "try: await s.flush()\nexcept ValueError: pass\nx.id", []),
        (GET + "try: await s.execute(n)\nexcept Exception: x.id", []),
        (GET + "try:\n    async with s.begin_nested(): await s.flush()\nexcept Exception: x.id", []),
        ("x = Item()\ns.add(x)\nawait s.flush()\nawait s.rollback()\nx.id", []),
        ("x = Item()\ns.add(x)\ntry: await s.commit()\nexcept Exception: x.id", []),
        ("x = await s.scalar(select(Item.id))\nawait s.rollback()\nx.id", []),
        ("x = (await s.execute(select(Item))).one()\nawait s.rollback()\nx.id", []),
        ("x = (await s.execute(select(Item))).scalar_one()\nawait s.rollback()\nx.id", [("x.id", "rollback")]),
        (
            "r = await s.execute(select(Item))\nx = r.scalars().first()\nawait s.rollback()\nx.id",
            [("x.id", "rollback")],
        ),
        ("x = await thing(s)\nawait s.rollback()\nx.id", []),
        (ALL + "await s.rollback()\n[x.id for x in xs]", [("x.id", "rollback")]),
        (ALL + "names = [x.id for x in xs]\nawait s.rollback()\n[x.id for x in xs]", [("x.id", "rollback")]),
        (ALL + "for x in xs:\n    try: log(x.id)\n    except Exception: await s.rollback()", [("x.id", "rollback")]),
        (ALL + "for i, x in enumerate(xs):\n    x.id\n    await s.rollback()", [("x.id", "rollback")]),
        (
            ALL + "for x in xs:\n    try: log(x.id)\n    except Exception:\n        await s.rollback()\n        break",
            [],
        ),
        ("for x in (await s.scalars(select(Item))).all():\n    x.id\n    await s.rollback()", [("x.id", "rollback")]),
        ("while n:\n    x = await s.get(Item, n)\n    x.id\n    await s.rollback()", []),
        (ALL + "for x in xs: log(x)\nawait s.rollback()\nfor x in thing(): x.id", []),
        (ALL + "[log(x) for x in xs]\nx = thing()\nawait s.rollback()\nx.id", []),
        (ALL + "[log(x) for x in xs]\nfor x in thing():\n    await s.rollback()\n    x.id", []),
        (ALL + "await s.rollback()\n[(x.id, x.name) for i, x in enumerate(xs)]", [("x.id", "rollback")]),
        ("x = None\nif n: x = await s.get(Item, n)\nawait s.rollback()\nx.id", [("x.id", "rollback")]),
        ("x = (await s.scalar(select(Item))).day\nawait s.rollback()\nx.year", []),
        (GET + "await s.commit()\nself.n = 1\nawait s.rollback()\nx.id", []),
        (GET + "async def later(): return x.id\nawait s.rollback()", []),
    ],
)
def test_what_a_rollback_or_a_failed_flush_expires(body: str, found: list[tuple[str, str]]) -> None:
    assert read(body) == found


@pytest.mark.parametrize(
    ("maker", "expires"),
    [
        ("expiring()", True),
        ("AsyncSession(engine)", True),
        ("async_sessionmaker(engine, expire_on_commit=True)()", True),
        ("keeping()", False),
        ("expiring(expire_on_commit=False)", False),
        ("async_sessionmaker(engine, expire_on_commit=thing)()", False),
        ("async_sessionmaker(**thing)()", False),
        ("async_scoped_session(keeping, thing)()", False),
        ("SessionLocal()", False),
    ],
)
@pytest.mark.parametrize("load", [GET, "x = Item()\ns.add(x)\n"])
def test_what_a_commit_expires(load: str, maker: str, expires: bool) -> None:
    assert read(load + "await s.commit()\nx.id", maker) == [("x.id", "commit")] * expires
    assert read(f"async with s.begin():\n{indented(load)}x.id", maker) == [("x.id", "commit")] * expires
    assert read(load + "await s.commit()\nawait s.refresh(x)\nx.id", maker) == []
