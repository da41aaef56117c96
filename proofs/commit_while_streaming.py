"""A commit or a rollback ends the cursor that a stream is read from: the next batch of rows cannot be fetched.

On PostgreSQL, with asyncpg. SQLite has no cursors at a server, and goes on.
"""

import asyncio
from importlib.util import find_spec
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.pool import NullPool

from proofs import lab

app = lab.memory_app()
open_session = async_sessionmaker()
STREAM = {"yield_per": 3}
ROWS = 20  # asyncpg fetches some ahead


class Base(DeclarativeBase):
    pass


class Message(Base):
    __tablename__ = "message"
    id: Mapped[int] = mapped_column(primary_key=True)
    seen: Mapped[bool] = mapped_column(default=False)


async def fill() -> None:
    engine = open_session.kw["bind"]
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.drop_all)
        await connection.run_sync(Base.metadata.create_all)
    async with open_session.begin() as session:
        session.add_all([Message(id=number) for number in range(ROWS)])


async def see(ending: str, inside: bool) -> str:
    await fill()
    seen = 0
    async with open_session() as session:
        try:
            async for message in await session.stream_scalars(select(Message), execution_options=STREAM):
                message.seen, seen = True, seen + 1
                if inside:
                    await getattr(session, ending)()
        except Exception as error:
            return type(error).__name__
        await session.commit()
    return f"{seen} seen"


async def see_through_another() -> str:
    await fill()
    seen = 0
    async with open_session() as reading, open_session() as writing:
        async for message in await reading.stream_scalars(select(Message), execution_options=STREAM):
            (await writing.get_one(Message, message.id)).seen = True
            await writing.commit()
            seen += 1
    return f"{seen} seen"


@app.task
def run(ending: str, inside: bool) -> str:
    return asyncio.run(see(ending, inside))


@app.task
def run_with_two_sessions() -> str:
    return asyncio.run(see_through_another())


def prove() -> None:
    if find_spec("asyncpg") is None:
        lab.skip("asyncpg is not installed")
    with lab.postgres_server() as address, lab.worker_thread(app):
        open_session.configure(bind=create_async_engine(f"postgresql+asyncpg://{address}", poolclass=NullPool))
        lab.claim("hazard: a commit in the loop", came_to(run, "commit", True), "InterfaceError")
        lab.claim("hazard: a rollback in the loop", came_to(run, "rollback", True), "InterfaceError")
        lab.claim("mended: one commit after it", came_to(run, "commit", False), f"{ROWS} seen")
        lab.claim("mended: another session writes", came_to(run_with_two_sessions), f"{ROWS} seen")


def came_to(task: Any, *args: Any) -> Any:
    """What a task returns, or the name of what it raises."""
    return lab.outcome(task.delay(*args))[1]


if __name__ == "__main__":
    lab.main(prove)
