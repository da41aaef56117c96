"""Every run that makes an engine leaves a connection open; one that disposes of it, or keeps none, leaves none."""

import gc
from typing import Any

from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import Engine
from sqlalchemy.pool import NullPool, QueuePool

from proofs import lab

app = lab.memory_app()
open_connections: set[Any] = set()


@event.listens_for(Engine, "connect")
def opened(connection: Any, _record: Any) -> None:
    open_connections.add(connection)


@event.listens_for(Engine, "close")
def closed(connection: Any, _record: Any) -> None:
    open_connections.discard(connection)


def ping(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))


@app.task
def forget() -> None:
    ping(create_engine("sqlite:///shop.db", poolclass=QueuePool))


@app.task
def dispose() -> None:
    engine = create_engine("sqlite:///shop.db", poolclass=QueuePool)
    try:
        ping(engine)
    finally:
        engine.dispose()


@app.task
def keep_none() -> None:
    ping(create_engine("sqlite:///shop.db", poolclass=NullPool))


def left_open(task: Any) -> int:
    """The connections that are open after three runs."""
    open_connections.clear()
    for _ in range(3):
        lab.outcome(task.delay())
    return len(open_connections)


def prove() -> None:
    gc.disable()  # the collector would close the forgotten connections, sooner or later
    with lab.worker_thread(app):
        lab.claim("hazard: never disposed of", left_open(forget), 3)
        lab.claim("mended: disposed of", left_open(dispose), 0)
        lab.claim("mended: without a pool", left_open(keep_none), 0)


if __name__ == "__main__":
    lab.main(prove)
