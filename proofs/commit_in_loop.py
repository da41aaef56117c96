"""With a commit per item the database is asked for every item once more.

Under `begin_nested()` an item that fails is undone alone, with one commit for all.
"""

from typing import Any

from sqlalchemy import Engine, create_engine, event, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from proofs import lab

app = lab.memory_app()
statements: list[str] = []
ROWS = 200


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "shop_order"
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    is_overdue: Mapped[bool] = mapped_column(default=False)


@event.listens_for(Engine, "before_cursor_execute")
def note(_connection: Any, _cursor: Any, statement: str, *_others: Any) -> None:
    statements.append(statement)


@app.task
def mark(each: bool) -> None:
    with Session(create_engine("sqlite:///shop.db")) as session:
        for order in session.scalars(select(Order)).all():
            order.is_overdue = not order.is_overdue
            if each:
                session.commit()
        session.commit()


@app.task
def store(numbers: list[int]) -> int:
    with Session(create_engine("sqlite:///shop.db")) as session:
        for number in numbers:
            try:
                with session.begin_nested():
                    session.add(Order(number=number))
            except IntegrityError:
                pass
        session.commit()
        return len(session.scalars(select(Order).where(Order.number >= ROWS)).all())


@event.listens_for(Engine, "commit")
def note_commit(_connection: Any) -> None:
    statements.append("COMMIT")


def taken(each: bool) -> tuple[int, int]:
    """The SELECTs and the commits that a run takes."""
    statements.clear()
    lab.outcome(mark.delay(each))
    return sum(statement.startswith("SELECT") for statement in statements), statements.count("COMMIT")


def prove() -> None:
    engine = create_engine("sqlite:///shop.db")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add_all(Order(number=number) for number in range(ROWS))
        session.commit()
    with lab.worker_thread(app):
        lab.claim("hazard: SELECTs and commits with one per item", taken(each=True), (ROWS, ROWS))
        lab.claim("mended: SELECTs and commits with one after the loop", taken(each=False), (1, 1))
        stored = lab.outcome(store.delay([ROWS, ROWS + 1, 1, ROWS + 2]))
        lab.claim("mended: a savepoint undoes the item that fails", stored, ("SUCCESS", 3))


if __name__ == "__main__":
    lab.main(prove)
