"""`run_sync` gives the function a plain session, which loads what is read; columns are there anyway."""

import asyncio

from celery import shared_task
from sqlalchemy import ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from shop.db import engine


class Base(DeclarativeBase):
    pass


class Customer(Base):
    __tablename__ = "customer"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Order(Base):
    __tablename__ = "shop_order"
    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    customer: Mapped[Customer] = relationship()
    lines: Mapped[list["Line"]] = relationship(back_populates="order")


class Line(Base):
    __tablename__ = "line"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.id"))
    cents: Mapped[int]
    order: Mapped[Order] = relationship(back_populates="lines")


def _lines(session, order_id: int) -> int:
    order = session.get(Order, order_id)
    return len(order.lines)


async def _count(order_id: int) -> int:
    async with AsyncSession(engine) as session:
        order = await session.get(Order, order_id)
        print(order.customer_id)
        lines = await session.scalars(select(Line).where(Line.order_id == order_id))
        return len(lines.all())


async def _count_plain(order_id: int) -> int:
    async with AsyncSession(engine) as session:
        return await session.run_sync(_lines, order_id)


@shared_task
def count(order_id: int) -> int:
    return asyncio.run(_count(order_id)) + asyncio.run(_count_plain(order_id))
