"""A rollback of the whole session in the handler of one item loses the items before it; a savepoint loses that item."""

from typing import Any

from sqlalchemy import Engine, create_engine, event, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, sessionmaker

from proofs import lab

app = lab.memory_app()
SessionLocal = sessionmaker()


@event.listens_for(Engine, "connect")
def leave_transactions_alone(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # SQLite's driver begins none before a savepoint; so SQLAlchemy begins them all


@event.listens_for(Engine, "begin")
def begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN")


class Base(DeclarativeBase):
    pass


class Reading(Base):
    __tablename__ = "reading"
    id: Mapped[int] = mapped_column(primary_key=True)
    meter: Mapped[str] = mapped_column(unique=True)


@app.task
def roll_back_the_session(meters: list[str]) -> int:
    stored = 0
    with SessionLocal() as session:
        for meter in meters:
            try:
                session.add(Reading(meter=meter))
                session.flush()
                stored += 1
            except Exception:
                session.rollback()
        session.commit()
    return stored


@app.task
def roll_back_to_a_savepoint(meters: list[str]) -> int:
    stored = 0
    with SessionLocal() as session:
        for meter in meters:
            try:
                with session.begin_nested():
                    session.add(Reading(meter=meter))
                stored += 1
            except Exception:
                continue
        session.commit()
    return stored


def run(task: Any) -> tuple[int, list[str]]:
    """How many items the task says it stored, and those it did."""
    engine = create_engine(f"sqlite:///{task.name}.db")
    SessionLocal.configure(bind=engine)
    Base.metadata.create_all(engine)
    _, said = lab.outcome(task.delay(["a", "b", "a", "c"]))
    with SessionLocal() as session:
        return said, list(session.scalars(select(Reading.meter).order_by(Reading.meter)))


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: the items before the failed one are lost", run(roll_back_the_session), (3, ["c"]))
        lab.claim("mended: only the failed one is", run(roll_back_to_a_savepoint), (3, ["a", "b", "c"]))


if __name__ == "__main__":
    lab.main(prove)
