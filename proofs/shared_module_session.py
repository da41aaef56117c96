"""A session of the module fails for every task after one failed statement; forked children share its connection."""

import os
import sqlite3
from typing import Any

from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, sessionmaker
from sqlalchemy.pool import QueuePool

from proofs import lab

app = lab.memory_app()
engine = create_engine(
    "sqlite://", creator=lambda: sqlite3.connect("games.db", check_same_thread=False), poolclass=QueuePool
)
SessionLocal = sessionmaker(engine)
shared = SessionLocal()


class Base(DeclarativeBase):
    pass


class Game(Base):
    __tablename__ = "game"
    id: Mapped[int] = mapped_column(primary_key=True)


@app.task
def store_in_shared(game_id: int) -> str:
    try:
        shared.add(Game(id=game_id))
        shared.commit()
    except SQLAlchemyError as error:
        return type(error).__name__
    return "stored"


@app.task
def store_in_own(game_id: int) -> str:
    try:
        with SessionLocal() as session:
            session.add(Game(id=game_id))
            session.commit()
    except SQLAlchemyError as error:
        return type(error).__name__
    return "stored"


def runs(task: Any, *game_ids: int) -> list[str]:
    """What a task comes to in one process, one run after the other."""
    return [lab.outcome(task.delay(game_id))[1] for game_id in game_ids]


def opener() -> int:
    """The process that has opened the connection which the engine gives."""
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))
        return int(connection.info.setdefault("opener", os.getpid()))


def is_shared_with_child(dispose: bool) -> bool:
    """Whether a forked child works with the connection that its parent has opened."""
    parent = opener()
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        if dispose:
            engine.dispose(close=False)
        os.write(write, str(opener()).encode())
        os._exit(0)
    os.waitpid(child, 0)
    return os.read(read, 64) == str(parent).encode()


def prove() -> None:
    Base.metadata.create_all(engine)
    with lab.worker_thread(app):
        failing = ["stored", "IntegrityError", "PendingRollbackError"]
        lab.claim("hazard: one failure fails the next run, with good data", runs(store_in_shared, 1, 1, 2), failing)
        lab.claim("mended: a session for each run", runs(store_in_own, 3, 3, 4), ["stored", "IntegrityError", "stored"])
    lab.claim("hazard: a child works with the connection of its parent", is_shared_with_child(dispose=False), True)
    lab.claim("mended: the child has disposed of it", is_shared_with_child(dispose=True), False)


if __name__ == "__main__":
    lab.main(prove)
