import asyncio

from celery import shared_task

from exports.db import create_task_session_maker
from exports.repositories import ExportRepository
from exports.service import export


@shared_task
def export_orders(execution_id: int) -> None:
    asyncio.run(_export(execution_id))


async def _export(execution_id: int) -> None:
    exports = ExportRepository()
    session_maker, engine = create_task_session_maker()
    try:
        async with session_maker() as session:
            try:
                await export(session)
                await session.commit()
            except Exception as error:
                failed = await exports.get_status(session, "failed")
                values = {"status_id": failed.id, "message": str(error)}
                await exports.update(session, execution_id, values)
                await session.commit()  # expect CEL327: session.commit()
                raise
    finally:
        await engine.dispose()
