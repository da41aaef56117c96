"""asyncpg binds a connection to its event loop: a pool that outlives the loop hands it to the next one, and that fails.

Without a pool, disposed of in the same run, or in one loop for all runs the same engine works. So does a pool
of aiosqlite, whose connections know no loop.
"""

import asyncio
from importlib.util import find_spec
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from proofs import lab

app = lab.memory_app()
RUNS = 3
engines: dict[str, AsyncEngine] = {}
loops: list[asyncio.AbstractEventLoop] = []


async def ask(name: str) -> int:
    try:
        async with engines[name].connect() as connection:
            return int(await connection.scalar(text("SELECT 1")) or 0)
    finally:
        if name == "disposed of":
            await engines[name].dispose()


def in_own_loop(name: str) -> int:
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(ask(name))
    finally:
        loop.close()


def in_one_loop(name: str) -> int:
    loops[:] = loops or [asyncio.new_event_loop()]
    return loops[0].run_until_complete(ask(name))


@app.task
def query(name: str) -> int:
    if name == "a new loop":
        return in_own_loop(name)
    return in_one_loop(name) if name == "one loop" else asyncio.run(ask(name))


def states(name: str) -> list[str]:
    """The states in which several runs of the task end, one after the other."""
    return [lab.outcome(query.delay(name))[0] for _ in range(RUNS)]


def prove() -> None:
    if find_spec("asyncpg") is None or find_spec("aiosqlite") is None:
        lab.skip("asyncpg or aiosqlite is not installed")
    options: dict[str, dict[str, Any]] = {
        "asyncio.run": {},
        "a new loop": {},
        "pre-ping": {"pool_pre_ping": True},
        "no pool": {"poolclass": NullPool},
        "disposed of": {},
        "one loop": {},
    }
    good = ["SUCCESS"] * RUNS
    with lab.postgres_server() as address, lab.worker_thread(app):
        for name, given in options.items():
            engines[name] = create_async_engine(f"postgresql+asyncpg://{address}", **given)
        engines["aiosqlite"] = create_async_engine("sqlite+aiosqlite:///here.db")
        lab.claim("hazard: asyncio.run", states("asyncio.run"), ["SUCCESS", "FAILURE", "FAILURE"])
        lab.claim("hazard: a new loop", states("a new loop"), ["SUCCESS", "FAILURE", "FAILURE"])
        lab.claim("hazard: pre-ping", states("pre-ping"), ["SUCCESS", "FAILURE", "SUCCESS"])
        for name in ("no pool", "disposed of", "one loop", "aiosqlite"):
            lab.claim(f"mended: {name}", states(name), good)


if __name__ == "__main__":
    lab.main(prove)
