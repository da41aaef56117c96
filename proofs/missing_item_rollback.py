"""After a failed flush a session refuses everything until a rollback: each later item fails with PendingRollbackError.

A savepoint for each item keeps the good ones. A rollback in the handler with one commit at the end loses the items
before the failed one.
"""

from typing import Any

from sqlalchemy import Engine, create_engine, event, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, sessionmaker

from proofs import lab

app = lab.memory_app()
SessionLocal = sessionmaker()
errors: list[str] = []


@event.listens_for(Engine, "connect")
def leave_transactions_alone(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # SQLite's driver begins none before a savepoint; so SQLAlchemy begins them all


@event.listens_for(Engine, "begin")
def begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN")


class Base(DeclarativeBase):
    pass


class Person(Base):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


@app.task
def load_and_commit_once(names: list[str]) -> None:
    with SessionLocal() as session:
        for name in names:
            try:
                session.add(Person(name=name))
                session.flush()
            except Exception as error:
                errors.append(type(error).__name__)
        session.commit()


@app.task
def load_and_commit_each(names: list[str]) -> None:
    with SessionLocal() as session:
        for name in names:
            try:
                session.add(Person(name=name))
                session.commit()
            except Exception as error:
                errors.append(type(error).__name__)


@app.task
def load_in_savepoints(names: list[str]) -> None:
    with SessionLocal() as session:
        for name in names:
            try:
                with session.begin_nested():
                    session.add(Person(name=name))
            except Exception as error:
                errors.append(type(error).__name__)
        session.commit()


@app.task
def load_commit_each_or_roll_back(names: list[str]) -> None:
    with SessionLocal() as session:
        for name in names:
            try:
                session.add(Person(name=name))
                session.commit()
            except Exception as error:
                session.rollback()
                errors.append(type(error).__name__)


@app.task
def load_commit_once_or_roll_back(names: list[str]) -> None:
    with SessionLocal() as session:
        for name in names:
            try:
                session.add(Person(name=name))
                session.flush()
            except Exception as error:
                session.rollback()
                errors.append(type(error).__name__)
        session.commit()


def run(task: Any) -> tuple[str, list[str], list[str]]:
    """The state a task ended in, the errors of its items, and the people that it stored."""
    engine = create_engine(f"sqlite:///{task.name}.db")
    SessionLocal.configure(bind=engine)
    Base.metadata.create_all(engine)
    errors.clear()
    state, _ = lab.outcome(task.delay(["ann", "bob", "ann", "cid", "dan"]))
    with SessionLocal() as session:
        return state, errors, list(session.scalars(select(Person.name).order_by(Person.name)))


def prove() -> None:
    one_error, all_good = ["IntegrityError"], ["ann", "bob", "cid", "dan"]
    errors_from_then = ["IntegrityError", "PendingRollbackError", "PendingRollbackError"]
    with lab.worker_thread(app):
        lab.claim("hazard: one commit", run(load_and_commit_once), ("FAILURE", errors_from_then, []))
        lab.claim("hazard: a commit for each", run(load_and_commit_each), ("SUCCESS", errors_from_then, ["ann", "bob"]))
        lab.claim("mended: a savepoint for each", run(load_in_savepoints), ("SUCCESS", one_error, all_good))
        either = run(load_commit_each_or_roll_back)
        lab.claim("mended: a commit or rollback for each", either, ("SUCCESS", one_error, all_good))
        lost = run(load_commit_once_or_roll_back)
        lab.claim("half mended: one commit, a rollback for each", lost, ("SUCCESS", one_error, ["cid", "dan"]))


if __name__ == "__main__":
    lab.main(prove)
