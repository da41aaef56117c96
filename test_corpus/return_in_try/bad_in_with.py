import asyncio

from celery import shared_task

from clinic.db import SessionLocal, database_engine
from clinic.visits import summarise


@shared_task(bind=True)
def summarise_visits(self, day: str) -> dict:
    async def _execute() -> dict:
        try:
            async with SessionLocal() as session:
                visits = await summarise(session, day)
                return {"visits": visits}  # expect CEL229: return {"visits": visits}
        finally:
            try:
                await database_engine.dispose()
            except Exception as error:
                print(f"not disposed of: {error}")

    return asyncio.run(_execute())
