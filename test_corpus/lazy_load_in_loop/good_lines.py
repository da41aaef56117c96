from celery import shared_task
from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, selectinload

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


@shared_task
def totals() -> dict[int, int]:
    with Session(engine) as session:
        statement = select(Order).where(Order.customer_id > 100).options(selectinload(Order.lines)).limit(500)
        orders = session.scalars(statement).all()
        return {order.id: sum(line.cents for line in order.lines) for order in orders}
