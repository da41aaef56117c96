import asyncio

from celery import shared_task

from clinic.db import SessionLocal, database_engine
from clinic.visits import summarise


@shared_task(bind=True)
def summarise_visits(self, day: str) -> dict:
    async def _execute() -> dict | None:
        result = None
        try:
            async with SessionLocal() as session:
                visits = await summarise(session, day)
                result = {"visits": visits}
        finally:
            try:
                await database_engine.dispose()
            except Exception as error:
                print(f"not disposed of: {error}")

        return result

    return asyncio.run(_execute())
