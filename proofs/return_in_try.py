"""A `return` inside the `try` does not keep the `finally` from disposing of the engine."""

import asyncio
from importlib.util import find_spec

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from proofs import lab

app = lab.memory_app()
engines: list[AsyncEngine] = []


async def count(engine: AsyncEngine) -> int:
    async with engine.connect() as connection:
        return int((await connection.execute(text("SELECT 7"))).scalar_one())


async def return_inside() -> int:
    engine = new_engine()
    try:
        return await count(engine)
    finally:
        await engine.dispose()


async def return_after() -> int:
    engine = new_engine()
    result = None
    try:
        result = await count(engine)
    finally:
        await engine.dispose()
    return result


def new_engine() -> AsyncEngine:
    engines.append(create_async_engine("sqlite+aiosqlite:///clinic.db", poolclass=AsyncAdaptedQueuePool))
    return engines[-1]


@app.task
def run(name: str) -> int:
    return asyncio.run({"inside": return_inside, "after": return_after}[name]())


def came_to(name: str) -> tuple[int, int]:
    """What the task returns, and the connections left in the pool."""
    value: int = lab.outcome(run.delay(name))[1]
    pool = engines.pop().pool
    assert isinstance(pool, AsyncAdaptedQueuePool)
    return value, pool.checkedin()


def prove() -> None:
    if find_spec("aiosqlite") is None:
        lab.skip("aiosqlite is not installed")
    with lab.worker_thread(app):
        lab.claim("no hazard: a return inside the try", came_to("inside"), (7, 0))
        lab.claim("the house's way: a return after the finally", came_to("after"), (7, 0))


if __name__ == "__main__":
    lab.main(prove)
