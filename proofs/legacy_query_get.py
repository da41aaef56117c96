"""`Query.get` warns with LegacyAPIWarning; `Session.get` does not, and looks into the session first as well."""

import warnings
from typing import Any

from sqlalchemy import Engine, ForeignKey, create_engine, event
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, joinedload, mapped_column, relationship

from proofs import lab

app = lab.memory_app()
statements: list[str] = []


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "shop_order"
    id: Mapped[int] = mapped_column(primary_key=True)
    lines: Mapped[list["Line"]] = relationship()


class Line(Base):
    __tablename__ = "line"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.id"))


@event.listens_for(Engine, "before_cursor_execute")
def note(_connection: Any, _cursor: Any, statement: str, *_others: Any) -> None:
    statements.append(statement)


@app.task
def get_twice(is_legacy: bool) -> tuple[list[str], int]:
    """The categories of the warnings, and the statements that getting a row twice takes."""
    with Session(create_engine("sqlite:///shop.db")) as session, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        statements.clear()
        for _ in range(2):
            order = session.query(Order).get(7) if is_legacy else session.get(Order, 7)
            assert order is not None
    return sorted({warning.category.__name__ for warning in caught}), len(statements)


@app.task
def count_lines(is_legacy: bool) -> tuple[int, int]:
    """The lines of an order, and the statements that it takes to load them with it."""
    with Session(create_engine("sqlite:///shop.db")) as session:
        statements.clear()
        if is_legacy:
            order = session.query(Order).options(joinedload(Order.lines)).get(7)
        else:
            order = session.get(Order, 7, options=[joinedload(Order.lines)])
        assert order is not None
        return len(order.lines), len(statements)


def prove() -> None:
    engine = create_engine("sqlite:///shop.db")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(Order(id=7, lines=[Line(), Line()]))
        session.commit()
    with lab.worker_thread(app):
        legacy: Any = lab.outcome(get_twice.delay(True))[1]
        mended: Any = lab.outcome(get_twice.delay(False))[1]
        lab.claim("hazard: Query.get", list(legacy), [["LegacyAPIWarning"], 1])
        lab.claim("mended: Session.get", list(mended), [[], 1])
        lab.claim("hazard: with options", lab.outcome(count_lines.delay(True)), ("SUCCESS", [2, 1]))
        lab.claim("mended: with options", lab.outcome(count_lines.delay(False)), ("SUCCESS", [2, 1]))
        lab.claim("AsyncSession has no query", hasattr(AsyncSession, "query"), False)


if __name__ == "__main__":
    lab.main(prove)
