"""Reading a relationship that an async session has not loaded fails with MissingGreenlet, one row or many."""

import asyncio
from importlib.util import find_spec

from sqlalchemy import ForeignKey, select
from sqlalchemy.exc import StatementError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, selectinload

from proofs import lab

app = lab.memory_app()


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "shop_order"
    id: Mapped[int] = mapped_column(primary_key=True)
    lines: Mapped[list["Line"]] = relationship(back_populates="order")
    notes: Mapped[list["Note"]] = relationship(lazy="selectin")


class Line(Base):
    __tablename__ = "line"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.id"))
    order: Mapped[Order] = relationship(back_populates="lines")


class Note(Base):
    __tablename__ = "note"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.id"))


async def read(session: AsyncSession, kind: str) -> int:
    if kind == "one row":
        return len((await session.get_one(Order, 1)).lines)
    if kind == "in a loop":
        return sum(line.order.id for line in (await session.scalars(select(Line))).all())
    if kind == "loaded by the query":
        return len((await session.get_one(Order, 1, options=[selectinload(Order.lines)])).lines)
    order = await session.get_one(Order, 1)
    if kind == "loaded by the model":
        return len(order.notes) + 1
    if kind == "known to the session":
        return sum(line.order.id for line in (await session.scalars(select(Line))).all()) + order.id - 1
    await session.refresh(order, ["lines"])
    return len(order.lines)


async def run(kind: str) -> int:
    engine = create_async_engine("sqlite+aiosqlite:///shop.db")
    try:
        await fill(engine)
        async with AsyncSession(engine) as session:
            return await read(session, kind)
    finally:
        await engine.dispose()


async def fill(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.drop_all)
        await connection.run_sync(Base.metadata.create_all)
    async with AsyncSession(engine) as session:
        session.add(Order(id=1, lines=[Line()]))
        await session.commit()


@app.task
def count(kind: str) -> int | str:
    try:
        return asyncio.run(run(kind))
    except StatementError as error:
        return type(error.orig).__name__


def prove() -> None:
    if find_spec("aiosqlite") is None:
        lab.skip("aiosqlite is not installed")
    with lab.worker_thread(app):
        for kind in ("one row", "in a loop"):
            lab.claim(f"hazard: {kind}", lab.outcome(count.delay(kind)), ("SUCCESS", "MissingGreenlet"))
        for kind in ("loaded by the query", "loaded by the model", "refreshed", "known to the session"):
            lab.claim(f"mended: {kind}", lab.outcome(count.delay(kind)), ("SUCCESS", 1))


if __name__ == "__main__":
    lab.main(prove)
