"""A `commit()` of an async session without `await` stores nothing, and the task ends with SUCCESS.

The result of `execute()` without `await` is a coroutine, which has no rows.
"""

import asyncio
from importlib.util import find_spec

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from proofs import lab

app = lab.memory_app()


class Base(DeclarativeBase):
    pass


class Invoice(Base):
    __tablename__ = "invoice"
    id: Mapped[int] = mapped_column(primary_key=True)


async def open_database() -> AsyncEngine:
    engine = create_async_engine("sqlite+aiosqlite:///invoices.db")
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    return engine


async def store(number: int, is_awaited: bool) -> int:
    engine = await open_database()
    async with AsyncSession(engine) as session:
        session.add(Invoice(id=number))
        if is_awaited:
            await session.commit()
        else:
            session.commit()  # type: ignore[unused-coroutine]
    async with AsyncSession(engine) as session:
        stored = await session.scalar(select(func.count(Invoice.id)).where(Invoice.id == number))
    await engine.dispose()
    return stored or 0


async def count(is_awaited: bool) -> int:
    engine = await open_database()
    async with AsyncSession(engine) as session:
        result = session.execute(select(Invoice.id))
        rows = await result if is_awaited else result
        try:
            return len(rows.all())  # type: ignore[union-attr]
        finally:
            await engine.dispose()


@app.task
def pay(number: int, is_awaited: bool) -> int:
    return asyncio.run(store(number, is_awaited))


@app.task
def count_invoices(is_awaited: bool) -> int:
    return asyncio.run(count(is_awaited))


def prove() -> None:
    if find_spec("aiosqlite") is None:
        lab.skip("aiosqlite is not installed")
    with lab.worker_thread(app):
        lab.claim("hazard: rows stored", lab.outcome(pay.delay(1, False)), ("SUCCESS", 0))
        lab.claim("hazard: rows read", lab.outcome(count_invoices.delay(False)), ("FAILURE", "AttributeError"))
        lab.claim("mended: rows stored", lab.outcome(pay.delay(1, True)), ("SUCCESS", 1))
        lab.claim("mended: rows read", lab.outcome(count_invoices.delay(True)), ("SUCCESS", 1))


if __name__ == "__main__":
    lab.main(prove)
