"""Offset paging over a filter that the loop changes, or over rows that it deletes, skips every other page.

So it does with an order. Going on from the last id, all rows are done.
"""

from typing import Any

from sqlalchemy import create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from proofs import lab

app = lab.memory_app()
SIZE = 2


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "shop_order"
    id: Mapped[int] = mapped_column(primary_key=True)
    is_open: Mapped[bool] = mapped_column(default=True)


def finish(session: Session, order: Order, deletes: bool) -> None:
    if deletes:
        session.delete(order)
    else:
        order.is_open = False


@app.task
def by_offset(deletes: bool) -> list[int]:
    done, offset = [], 0
    with Session(create_engine("sqlite:///shop.db")) as session:
        page = select(Order).where(Order.is_open).order_by(Order.id).limit(SIZE)
        while orders := session.scalars(page.offset(offset)).all():
            for order in orders:
                done.append(order.id)
                finish(session, order, deletes)
            session.commit()
            offset += SIZE
    return done


@app.task
def from_last_id(deletes: bool) -> list[int]:
    done = [0]
    with Session(create_engine("sqlite:///shop.db")) as session:
        page = select(Order).where(Order.is_open).order_by(Order.id).limit(SIZE)
        while orders := session.scalars(page.where(Order.id > done[-1])).all():
            for order in orders:
                done.append(order.id)
                finish(session, order, deletes)
            session.commit()
    return done[1:]


def done_by(task: Any, deletes: bool) -> list[int]:
    """The ids of the rows that a run of the task does, of six."""
    engine = create_engine("sqlite:///shop.db")
    Base.metadata.drop_all(engine)
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add_all(Order(id=number) for number in range(1, 7))
        session.commit()
    ids: list[int] = lab.outcome(task.delay(deletes))[1]
    return ids


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: rows are changed", done_by(by_offset, deletes=False), [1, 2, 5, 6])
        lab.claim("hazard: rows are deleted", done_by(by_offset, deletes=True), [1, 2, 5, 6])
        lab.claim("mended: from the last id", done_by(from_last_id, deletes=False), [1, 2, 3, 4, 5, 6])
        lab.claim("mended: from the last id, deleted", done_by(from_last_id, deletes=True), [1, 2, 3, 4, 5, 6])


if __name__ == "__main__":
    lab.main(prove)
