"""The option, the model or the join loads it; one row is no loop; the customers are at hand."""

from celery import shared_task
from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, contains_eager, joinedload

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


OPTIONS = (joinedload(Order.lines),)


class Parcel(Base):
    __tablename__ = "parcel"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.id"))
    order: Mapped[Order] = relationship(lazy="joined")


@shared_task
def print_orders() -> None:
    with Session(engine) as session:
        for order in session.scalars(select(Order).options(*OPTIONS).limit(9)).unique():
            print(len(order.lines))
        for line in session.scalars(select(Line).join(Line.order).options(contains_eager(Line.order)).limit(9)):
            print(line.order.id)
        for parcel in session.scalars(select(Parcel).limit(9)):
            print(parcel.order.id)


@shared_task
def name_customers() -> None:
    with Session(engine) as session:
        customers = session.scalars(select(Customer).limit(9)).all()
        for order in session.scalars(select(Order).limit(9)):
            print(order.customer.name, len(customers))


@shared_task
def total(order_id: int) -> int:
    with Session(engine) as session:
        return sum(line.cents for line in session.get(Order, order_id).lines)
