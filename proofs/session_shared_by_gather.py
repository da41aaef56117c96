"""Coroutines that run at once cannot share an async session: it refuses the others while one of them is in it.

With a session for each of them all go through.
"""

import asyncio
from importlib.util import find_spec

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from proofs import lab

app = lab.memory_app()
COUNT = 4
URL = "sqlite+aiosqlite:///readings.db"


class Base(DeclarativeBase):
    pass


class Reading(Base):
    __tablename__ = "reading"
    id: Mapped[int] = mapped_column(primary_key=True)


async def read(session: AsyncSession, _: int) -> None:
    await session.scalar(select(func.count(Reading.id)))


async def store(session: AsyncSession, number: int) -> None:
    session.add(Reading(id=number))
    await session.commit()


WORK = {"read": read, "store": store}


async def make_tables() -> None:
    engine = create_async_engine(URL)
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.drop_all)
        await connection.run_sync(Base.metadata.create_all)
    await engine.dispose()


async def run(what: str, is_shared: bool) -> int:
    """How many of the coroutines fail."""
    await make_tables()
    engine = create_async_engine(URL)
    shared = AsyncSession(engine)

    async def with_own_session(number: int) -> None:
        async with AsyncSession(engine) as own:
            await WORK[what](own, number)

    async def with_shared_session(number: int) -> None:
        await WORK[what](shared, number)

    work = with_shared_session if is_shared else with_own_session
    ends = await asyncio.gather(*map(work, range(COUNT)), return_exceptions=True)
    await engine.dispose()
    return sum(isinstance(end, Exception) for end in ends)


@app.task
def run_at_once(what: str, is_shared: bool) -> int:
    return asyncio.run(run(what, is_shared))


def prove() -> None:
    if find_spec("aiosqlite") is None:
        lab.skip("aiosqlite is not installed")
    with lab.worker_thread(app):
        for what in WORK:
            shared, own = (lab.outcome(run_at_once.delay(what, is_shared)) for is_shared in (True, False))
            lab.claim(f"hazard: of {COUNT} that {what}, fail", shared, ("SUCCESS", COUNT - 1))
            lab.claim(f"mended: of {COUNT} that {what}, fail", own, ("SUCCESS", 0))


if __name__ == "__main__":
    lab.main(prove)
