"""Async sessions, connections and engines."""

from __future__ import annotations

import pytest

from celerylint.facts.async_session import AsyncCall
from tests.build import indented, module_of

HEAD = """\
from celery import shared_task
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.ext.asyncio import (
    AsyncConnection, AsyncEngine, AsyncSession, async_sessionmaker, async_scoped_session, create_async_engine
)
from db import SessionLocal, thing
engine = create_async_engine(thing)
make = async_sessionmaker(engine)

class Own(AsyncSession): pass

class Repo:
    def __init__(self, s: AsyncSession): self.s = s
    async def load(self): self.s.scalar(1)

class Kept:
    def __init__(self, s: AsyncSession, t): self.s, self.t = s, t
    def swap(self, s): self.t = s
    async def load(self): self.t.scalar(1)

async def store(x, y: Session): x.commit()

@shared_task
def job(n):
    async def go():
"""


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("s = make()\ns.commit()", ["session"]),
        ("s = Own()\ns.commit()", ["session"]),
        ("async with make.begin() as s: s.get(1)", ["session"]),
        ("async with SessionLocal() as s: s.get(1)", ["session"]),
        ("async with SessionLocal.begin() as s: s.get(1)", ["session"]),
        ("s = async_scoped_session(make, thing)()\ns.commit()", ["session"]),
        ("async with engine.connect() as c: c.commit()", ["connection"]),
        ("async with engine.begin() as c: c.execute(1)", ["connection"]),
        ("c = await engine.connect()\nc.commit()", ["connection"]),
        ("engine.dispose()", ["engine"]),
        ("r = Repo(make())\nawait r.load()", ["session"]),
        ("r = Kept(make(), thing)\nawait r.load()", []),
        ("engine.connect()", []),
        ("with SessionLocal() as s: s.get(1)", []),
        ("s = SessionLocal()\ns.get(1)", []),
        ("s = sessionmaker()()\ns.commit()", []),
        ("async with make() as s: s.add(1)", []),
        ("async with make() as s: s.sync_session.commit()", []),
        ("async with thing() as s: s.commit()", []),
        ("await store(make(), thing)", ["session"]),
        ("await store(make(), thing)\nawait store(thing, thing)", []),
    ],
)
def test_the_kind_of_what_is_called(body: str, kinds: list[str]) -> None:
    module = module_of(HEAD + indented(body, 2) + "    run_async(go())\n")
    assert [call.kind for call in module.all(AsyncCall)] == kinds
