"""Closing a session undoes what was not committed; the task succeeds all the same."""

from typing import Any

from sqlalchemy import create_engine, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, sessionmaker

from proofs import lab

app = lab.memory_app()
SessionLocal = sessionmaker()


class Base(DeclarativeBase):
    pass


class Device(Base):
    __tablename__ = "device"
    id: Mapped[int] = mapped_column(primary_key=True)


@app.task
def add() -> None:
    with SessionLocal() as session:
        session.add(Device())
        session.flush()


@app.task
def add_and_commit_if_tracked(run_id: int | None = None) -> None:
    with SessionLocal() as session:
        session.add(Device())
        if run_id:
            session.commit()


@app.task
def add_and_commit() -> None:
    with SessionLocal() as session:
        session.add(Device())
        session.commit()


@app.task
def add_in_transaction() -> None:
    with SessionLocal.begin() as session:
        session.add(Device())


def run(task: Any, *args: int) -> tuple[str, int]:
    """The state of a run, and the rows that it stored."""
    engine = create_engine(f"sqlite:///{task.name}.db")
    SessionLocal.configure(bind=engine)
    Base.metadata.drop_all(engine)
    Base.metadata.create_all(engine)
    state, _ = lab.outcome(task.delay(*args))
    with SessionLocal() as session:
        return state, session.scalars(select(func.count()).select_from(Device)).one()


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: no commit", run(add), ("SUCCESS", 0))
        lab.claim(
            "hazard: a commit that depends on an argument, without it", run(add_and_commit_if_tracked), ("SUCCESS", 0)
        )
        lab.claim("and with it", run(add_and_commit_if_tracked, 1), ("SUCCESS", 1))
        lab.claim("mended: a commit", run(add_and_commit), ("SUCCESS", 1))
        lab.claim("mended: a transaction", run(add_in_transaction), ("SUCCESS", 1))


if __name__ == "__main__":
    lab.main(prove)
