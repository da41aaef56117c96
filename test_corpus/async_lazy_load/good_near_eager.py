"""The model loads the relationships with each row, or the function loads them before it reads them."""

import asyncio

from celery import shared_task
from sqlalchemy import ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncAttrs, AsyncSession
from sqlalchemy.orm import DeclarativeBase, Mapped, WriteOnlyMapped, mapped_column, relationship

from shop.db import engine


class Base(AsyncAttrs, DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "shop_order"
    id: Mapped[int] = mapped_column(primary_key=True)
    lines: Mapped[list["Line"]] = relationship(lazy="selectin")
    notes: Mapped[list["Note"]] = relationship()
    events: WriteOnlyMapped["Note"] = relationship(viewonly=True)


class Line(Base):
    __tablename__ = "line"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.id"))


class Note(Base):
    __tablename__ = "note"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.id"))


async def _count(order_id: int) -> int:
    async with AsyncSession(engine) as session:
        order = (await session.scalars(select(Order).where(Order.id == order_id))).one()
        events = await session.scalars(order.events.select())
        return len(order.lines) + len(events.all())


async def _stored(order_id: int) -> int:
    async with AsyncSession(engine) as session:
        session.add(Order(id=order_id, notes=[Note()]))
        await session.flush()
        order = await session.get(Order, order_id)
        stored = len(order.notes)
        await session.commit()
        return stored


async def _refreshed(order_id: int) -> int:
    async with AsyncSession(engine) as session:
        order = await session.get(Order, order_id)
        await session.refresh(order, ["notes"])
        return len(order.notes)


async def _awaited(order_id: int) -> int:
    async with AsyncSession(engine) as session:
        order = await session.get(Order, order_id)
        await order.awaitable_attrs.notes
        return len(order.notes)


@shared_task
def count(order_id: int) -> int:
    async def run() -> int:
        return await _count(order_id) + await _stored(order_id) + await _refreshed(order_id) + await _awaited(order_id)

    return asyncio.run(run())
