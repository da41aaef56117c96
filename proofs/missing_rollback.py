"""A session whose flush has failed refuses everything until it is rolled back, closed, or its savepoint is left; that
of a registry in the next task too."""

from contextlib import suppress
from typing import Any

from sqlalchemy import create_engine, select
from sqlalchemy.exc import IntegrityError, NoResultFound
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, scoped_session, sessionmaker

from proofs import lab

app = lab.memory_app()
SessionLocal = sessionmaker()
Registry = scoped_session(SessionLocal)


class Base(DeclarativeBase):
    pass


class Loan(Base):
    __tablename__ = "loan"
    book: Mapped[int] = mapped_column(primary_key=True)


@app.task
def read_on(book: int) -> int:
    with SessionLocal() as session:
        session.add(Loan(book=book))
        with suppress(IntegrityError):
            session.flush()
        return len(session.scalars(select(Loan)).all())


@app.task
def roll_back_and_read_on(book: int) -> int:
    with SessionLocal() as session:
        session.add(Loan(book=book))
        try:
            session.flush()
        except IntegrityError:
            session.rollback()
        return len(session.scalars(select(Loan)).all())


@app.task
def leave_a_savepoint_and_read_on(book: int) -> int:
    with SessionLocal() as session:
        with suppress(IntegrityError), session.begin_nested():
            session.add(Loan(book=book))
        return len(session.scalars(select(Loan)).all())


@app.task
def find_no_row_and_read_on(book: int) -> int:
    with SessionLocal() as session:
        with suppress(NoResultFound):
            session.scalars(select(Loan).where(Loan.book == -book)).one()
        return len(session.scalars(select(Loan)).all())


@app.task
def leave_failed(book: int) -> None:
    Registry.add(Loan(book=book))
    with suppress(IntegrityError):
        Registry.commit()


@app.task
def leave_rolled_back(book: int) -> None:
    Registry.add(Loan(book=book))
    try:
        Registry.commit()
    except IntegrityError:
        Registry.rollback()


@app.task
def count(_: int) -> int:
    return len(Registry.scalars(select(Loan)).all())


@app.task
def empty(_: int) -> None:
    Registry.remove()


def run(task: Any) -> tuple[str, Any]:
    """What a task comes to that lends a book which is lent already."""
    return lab.outcome(task.delay(1))


def prove() -> None:
    engine = create_engine("sqlite:///library.db")
    SessionLocal.configure(bind=engine)
    Base.metadata.create_all(engine)
    with SessionLocal.begin() as session:
        session.add(Loan(book=1))
    with lab.worker_thread(app):
        lab.claim("hazard: the session is used again", run(read_on), ("FAILURE", "PendingRollbackError"))
        lab.claim("mended: rolled back", run(roll_back_and_read_on), ("SUCCESS", 1))
        lab.claim("mended: a savepoint is left", run(leave_a_savepoint_and_read_on), ("SUCCESS", 1))
        lab.claim("hazard: a task with a registry", run(leave_failed), ("SUCCESS", None))
        lab.claim("hazard: the task after it", run(count), ("FAILURE", "PendingRollbackError"))
        run(empty)
        lab.claim("mended: a task with a registry", run(leave_rolled_back), ("SUCCESS", None))
        lab.claim("mended: the task after it", run(count), ("SUCCESS", 1))
        lab.claim("no failure: no row found", run(find_no_row_and_read_on), ("SUCCESS", 1))


if __name__ == "__main__":
    lab.main(prove)
