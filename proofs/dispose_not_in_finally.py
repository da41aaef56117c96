"""A run that fails before `dispose()` leaves its connection open; with `finally` none does."""

import gc
from typing import Any

from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import Engine
from sqlalchemy.pool import QueuePool

from proofs import lab

app = lab.memory_app()
open_connections: set[Any] = set()


@event.listens_for(Engine, "connect")
def opened(connection: Any, _record: Any) -> None:
    open_connections.add(connection)


@event.listens_for(Engine, "close")
def closed(connection: Any, _record: Any) -> None:
    open_connections.discard(connection)


def count(engine: Engine, table: str) -> None:
    with engine.connect() as connection:
        connection.execute(text(f"SELECT count(*) FROM {table}"))


@app.task
def dispose_last(table: str) -> None:
    engine = create_engine("sqlite:///shop.db", poolclass=QueuePool)
    count(engine, table)
    engine.dispose()


@app.task
def dispose_finally(table: str) -> None:
    engine = create_engine("sqlite:///shop.db", poolclass=QueuePool)
    try:
        count(engine, table)
    finally:
        engine.dispose()


def left_open(task: Any, table: str) -> tuple[str, int]:
    """The state of a run, and the connections that are open after it."""
    open_connections.clear()
    state, _ = lab.outcome(task.delay(table))
    return state, len(open_connections)


def prove() -> None:
    gc.disable()  # the collector would close the forgotten connections, sooner or later
    with lab.worker_thread(app):
        lab.claim("fine: the work succeeds", left_open(dispose_last, "sqlite_master"), ("SUCCESS", 0))
        lab.claim("hazard: the work fails", left_open(dispose_last, "no_such_table"), ("FAILURE", 1))
        lab.claim("mended: disposed of in finally", left_open(dispose_finally, "no_such_table"), ("FAILURE", 0))


if __name__ == "__main__":
    lab.main(prove)
