import asyncio

from celery import shared_task
from sqlalchemy import ForeignKey
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, selectinload

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


async def _total(order_id: int) -> int:
    async with AsyncSession(engine) as session:
        order = await session.get(Order, order_id, options=[selectinload(Order.lines)])
        return sum(line.cents for line in order.lines)


@shared_task
def total(order_id: int) -> int:
    return asyncio.run(_total(order_id))
