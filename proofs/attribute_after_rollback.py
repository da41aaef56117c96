"""A rollback expires what an async session has loaded, and a commit does unless it is told not to.

Reading an attribute afterwards needs the database, which a coroutine cannot ask without `await`: MissingGreenlet. In
the handler of one item that ends the whole batch. In a savepoint for each item the others stay as they are.
"""

import asyncio
from importlib.util import find_spec
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from proofs import lab

app = lab.memory_app()
NAMES = ["ann", "bob", "cid"]


class Base(DeclarativeBase):
    pass


class Person(Base):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


async def after_rollback(session: AsyncSession, person: Person) -> Any:
    await session.rollback()
    return person.id


async def after_commit(session: AsyncSession, person: Person) -> Any:
    await session.commit()
    return person.id


async def after_failed_flush(session: AsyncSession, person: Person) -> Any:
    person.name = "bob"
    try:
        await session.flush()
    except Exception:
        return person.id


async def after_refresh(session: AsyncSession, person: Person) -> Any:
    await session.rollback()
    await session.refresh(person)
    return person.id


async def after_rollback_of_nothing(session: AsyncSession, person: Person) -> Any:
    await session.commit()
    await session.rollback()
    return person.id


async def rename_all(session: AsyncSession, _: Person) -> Any:
    failed = []
    for person in (await session.scalars(select(Person).order_by(Person.id))).all():
        try:
            person.name = "bob"
            await session.flush()
        except Exception:
            await session.rollback()
            failed.append(person.id)
    return failed


async def rename_all_in_savepoints(session: AsyncSession, _: Person) -> Any:
    failed = []
    for person in (await session.scalars(select(Person).order_by(Person.id))).all():
        number = person.id
        try:
            async with session.begin_nested():
                person.name = "bob"
        except Exception:
            failed.append(number)
    return failed


CASES = {
    function.__name__: function
    for function in (
        after_rollback,
        after_commit,
        after_failed_flush,
        after_refresh,
        after_rollback_of_nothing,
        rename_all,
        rename_all_in_savepoints,
    )
}


async def run(case: str, expires: bool) -> Any:
    engine = create_async_engine("sqlite+aiosqlite://")
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with AsyncSession(engine, expire_on_commit=expires) as session:
            session.add_all(Person(id=number, name=name) for number, name in enumerate(NAMES))
            await session.commit()
            return await CASES[case](session, await session.get_one(Person, 0))
    except Exception as error:
        return "MissingGreenlet" if "greenlet_spawn" in str(error) else type(error).__name__
    finally:
        await engine.dispose()


@app.task
def read(case: str, expires: bool) -> Any:
    return asyncio.run(run(case, expires))


def prove() -> None:
    if find_spec("aiosqlite") is None:
        lab.skip("aiosqlite is not installed")
    lost = "MissingGreenlet"

    def ends(case: str) -> tuple[Any, Any]:
        """What a case gives with the default, and with `expire_on_commit=False`."""
        return lab.outcome(read.delay(case, True))[1], lab.outcome(read.delay(case, False))[1]

    with lab.worker_thread(app):
        lab.claim("hazard: a read after a rollback", ends("after_rollback"), (lost, lost))
        lab.claim("hazard: a read after a commit", ends("after_commit"), (lost, 0))
        lab.claim("hazard: a read after a failed flush", ends("after_failed_flush"), ("PendingRollbackError",) * 2)
        lab.claim("hazard: a batch with one failure", ends("rename_all"), (lost, lost))
        lab.claim("mended: refreshed", ends("after_refresh"), (0, 0))
        lab.claim("no hazard: a rollback of nothing", ends("after_rollback_of_nothing"), (lost, 0))
        lab.claim("mended: a batch in savepoints", ends("rename_all_in_savepoints"), ([0, 2], [0, 2]))


if __name__ == "__main__":
    lab.main(prove)
