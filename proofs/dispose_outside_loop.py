"""An engine of asyncpg that is disposed of in another run of the loop logs an error for each connection.

Disposed of in the coroutine, or told to forget its connections, it logs nothing. None of these raises.
"""

import asyncio
import logging
from importlib.util import find_spec

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from proofs import lab

app = lab.memory_app()
engines: dict[str, AsyncEngine] = {}
errors: list[str] = []


class Listener(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        errors.append(record.getMessage())


async def work(name: str) -> None:
    try:
        async with engines[name].connect() as connection:
            await connection.execute(text("SELECT 1"))
    finally:
        if name == "in the coroutine":
            await engines[name].dispose()


@app.task
def close_month(name: str) -> None:
    asyncio.run(work(name))
    if name == "in another run":
        asyncio.run(engines[name].dispose())
    elif name == "in none":
        engines[name].sync_engine.dispose()
    elif name == "forgotten":
        engines[name].sync_engine.dispose(close=False)


def came_to(name: str) -> tuple[str, bool]:
    """The state of the task, and whether SQLAlchemy logged that a connection could not be closed."""
    errors.clear()
    state, _ = lab.outcome(close_month.delay(name))
    return state, any("closing connection" in error or "terminating connection" in error for error in errors)


def prove() -> None:
    if find_spec("asyncpg") is None:
        lab.skip("asyncpg is not installed")
    logging.getLogger("sqlalchemy.pool").addHandler(Listener(logging.ERROR))
    with lab.postgres_server() as address, lab.worker_thread(app):
        for name in ("in another run", "in none", "in the coroutine", "forgotten"):
            engines[name] = create_async_engine(f"postgresql+asyncpg://{address}")
        lab.claim("hazard: in another run", came_to("in another run"), ("SUCCESS", True))
        lab.claim("hazard: in none", came_to("in none"), ("SUCCESS", True))
        lab.claim("mended: in the coroutine", came_to("in the coroutine"), ("SUCCESS", False))
        lab.claim("mended: forgotten", came_to("forgotten"), ("SUCCESS", False))


if __name__ == "__main__":
    lab.main(prove)
