"""A session with an open transaction keeps its connection: once the pool has no more, the next task times out.

Closing gives the connection back, and so do `commit()` and `rollback()`.
"""

import gc
from typing import Any

from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session, sessionmaker

from proofs import lab

app = lab.memory_app()
SessionLocal = sessionmaker()


def ship(session: Session) -> None:
    session.execute(text("SELECT 1"))
    raise ValueError("no courier")


@app.task
def ship_unclosed() -> None:
    session = SessionLocal()
    ship(session)
    session.close()


@app.task
def ship_closed_finally() -> None:
    session = SessionLocal()
    try:
        ship(session)
    finally:
        session.close()


@app.task
def ship_closed_by_with() -> None:
    with SessionLocal() as session:
        ship(session)


@app.task
def ship_rolled_back() -> None:
    session = SessionLocal()
    try:
        ship(session)
    except ValueError:
        session.rollback()


@app.task
def count_uncommitted() -> None:
    session = SessionLocal()
    session.execute(text("SELECT 1"))


@app.task
def count_committed() -> None:
    session = SessionLocal()
    session.execute(text("SELECT 1"))
    session.commit()


def three_runs(task: Any) -> tuple[list[Any], int]:
    """What three runs returned or raised, and the connections in use after them."""
    engine = create_engine("sqlite:///orders.db", pool_size=2, max_overflow=0, pool_timeout=0.5)
    SessionLocal.configure(bind=engine)
    values = [lab.outcome(task.delay())[1] for _ in range(3)]
    return values, engine.pool.checkedout()  # type: ignore[attr-defined]


def prove() -> None:
    gc.disable()  # the collector would close the forgotten sessions, sooner or later
    with lab.worker_thread(app):
        failing = three_runs(ship_unclosed)
        lab.claim("hazard: an error before close()", failing, (["ValueError", "ValueError", "TimeoutError"], 2))
        reading = three_runs(count_uncommitted)
        lab.claim("hazard: neither closed nor committed", reading, ([None, None, "TimeoutError"], 2))
        lab.claim("mended: closed in finally", three_runs(ship_closed_finally), (["ValueError"] * 3, 0))
        lab.claim("mended: closed by with", three_runs(ship_closed_by_with), (["ValueError"] * 3, 0))
        lab.claim("mended: rolled back", three_runs(ship_rolled_back), ([None] * 3, 0))
        lab.claim("mended: committed", three_runs(count_committed), ([None] * 3, 0))


if __name__ == "__main__":
    lab.main(prove)
