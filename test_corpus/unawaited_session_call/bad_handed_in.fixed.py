from celery import shared_task

from crm.db import create_task_session_maker
from crm.models import Contact
from crm.runner import run_async


async def _store(db, name: str) -> None:
    db.add(Contact(name=name))
    await db.flush()


async def _import(names: list[str]) -> None:
    session_maker, engine = create_task_session_maker()
    try:
        async with session_maker() as session:
            for name in names:
                await _store(session, name)
            await session.commit()
    finally:
        await engine.dispose()


@shared_task
def import_contacts(names: list[str]) -> None:
    run_async(_import(names))
