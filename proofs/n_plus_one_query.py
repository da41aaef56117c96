"""A query in a loop over rows sends one statement more for each row: 6 for five orders, instead of 1 or 2."""

from typing import Any

from sqlalchemy import Engine, ForeignKey, create_engine, event, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, sessionmaker

from proofs import lab

app = lab.memory_app()
SessionLocal = sessionmaker()
sent: list[str] = []


@event.listens_for(Engine, "before_cursor_execute")
def note_statement(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
    sent.append(statement)


class Base(DeclarativeBase):
    pass


class Customer(Base):
    __tablename__ = "customer"
    id: Mapped[int] = mapped_column(primary_key=True)


class Order(Base):
    __tablename__ = "customer_order"
    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))


@app.task
def remind_by_get() -> list[int]:
    with SessionLocal() as session:
        orders = session.scalars(select(Order)).all()
        return [session.get_one(Customer, order.customer_id).id for order in orders]


@app.task
def remind_by_select() -> list[int]:
    reminded = []
    with SessionLocal() as session:
        for order in session.scalars(select(Order)):
            customer = session.scalars(select(Customer).where(Customer.id == order.customer_id)).one()
            reminded.append(customer.id)
    return reminded


@app.task
def remind_by_in() -> list[int]:
    with SessionLocal() as session:
        wanted = [order.customer_id for order in session.scalars(select(Order))]
        return [customer.id for customer in session.scalars(select(Customer).where(Customer.id.in_(wanted)))]


@app.task
def remind_by_join() -> list[int]:
    with SessionLocal() as session:
        return [customer.id for customer in session.scalars(select(Customer).join(Order))]


def run(task: Any) -> tuple[str, list[int], int]:
    """The state a task ended in, the customers that it reminded, and the number of statements that it sent."""
    sent.clear()
    state, reminded = lab.outcome(task.delay())
    return state, sorted(reminded), len(sent)


def prove() -> None:
    engine = create_engine("sqlite:///orders.db")
    SessionLocal.configure(bind=engine)
    Base.metadata.create_all(engine)
    with SessionLocal.begin() as session:
        session.add_all(Customer(id=number) for number in range(5))
        session.add_all(Order(customer_id=number) for number in range(5))

    all_five = [0, 1, 2, 3, 4]
    with lab.worker_thread(app):
        lab.claim("hazard: session.get for each order", run(remind_by_get), ("SUCCESS", all_five, 6))
        lab.claim("hazard: a select for each order", run(remind_by_select), ("SUCCESS", all_five, 6))
        lab.claim("mended: one select with in_", run(remind_by_in), ("SUCCESS", all_five, 2))
        lab.claim("mended: one select with a join", run(remind_by_join), ("SUCCESS", all_five, 1))


if __name__ == "__main__":
    lab.main(prove)
