import asyncio

from celery import shared_task
from sqlalchemy import ForeignKey, select
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


async def _print_orders() -> None:
    async with AsyncSession(engine) as session:
        result = await session.execute(select(Order).options(selectinload(Order.customer), selectinload(Order.lines)).limit(100))
        for order in result.scalars().all():
            print(order.id, len(order.lines), order.customer.name)


@shared_task
def print_orders() -> None:
    asyncio.run(_print_orders())
