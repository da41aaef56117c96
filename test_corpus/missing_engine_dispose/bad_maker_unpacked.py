from celery import shared_task

from harbour.db import create_task_session_maker
from harbour.pilots import assign
from harbour.tasks.utils import run_async, single_instance


@shared_task
@single_instance("assign-pilots", timeout=600)
def assign_pilots(batch_size: int = 100) -> dict:
    return run_async(_assign_pilots(batch_size))


async def _assign_pilots(batch_size: int) -> dict:
    session_maker, engine = create_task_session_maker()
    async with session_maker() as db:  # expect CEL333: session_maker()
        assigned = await assign(db, batch_size)
        await db.commit()
    return {"assigned": assigned}
