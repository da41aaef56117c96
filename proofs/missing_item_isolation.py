"""One item that fails ends the loop: those after it are not done, and without a commit those before it are lost."""

from typing import Any

from sqlalchemy import Column, Integer, MetaData, Table, create_engine, insert, select
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from proofs import lab

app = lab.memory_app()
engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
renewed = Table("renewed", MetaData(), Column("id", Integer, primary_key=True))
ITEMS = [1, 2, 0, 4]


def renew(session: Session, item: int) -> None:
    session.execute(insert(renewed).values(id=12 // item))


@app.task
def renew_all() -> None:
    with Session(engine) as session:
        for item in ITEMS:
            renew(session, item)
        session.commit()


@app.task
def renew_all_mended() -> int:
    errors = 0
    with Session(engine) as session:
        for item in ITEMS:
            try:
                with session.begin_nested():
                    renew(session, item)
            except ZeroDivisionError:
                errors += 1
        session.commit()
    return errors


def after(task: Any) -> tuple[tuple[str, Any], int]:
    """What a task ends in, and how many items are stored."""
    ended = lab.outcome(task.delay())
    with Session(engine) as session:
        return ended, len(session.execute(select(renewed)).all())


def prove() -> None:
    renewed.metadata.create_all(engine)
    with lab.worker_thread(app):
        lab.claim("hazard: end, and items stored", after(renew_all), (("FAILURE", "ZeroDivisionError"), 0))
        lab.claim("mended: end with errors, and items stored", after(renew_all_mended), (("SUCCESS", 1), 3))


if __name__ == "__main__":
    lab.main(prove)
