# settings: max-task-queries = 1
from celery import shared_task
from sqlalchemy import select

from forest.db import create_task_session_maker
from forest.models import Fire, Ranger
from forest.runners import run_async


@shared_task(bind=True)
def watch_fires(self) -> int:  # expect CEL114: def watch_fires
    return run_async(_watch_fires())


async def _watch_fires() -> int:
    session_maker, engine = create_task_session_maker()
    try:
        async with session_maker() as session:
            fires = (await session.execute(select(Fire))).scalars().all()
            rangers = (await session.scalars(select(Ranger))).all()
            return len(fires) - len(rangers)
    finally:
        await engine.dispose()
