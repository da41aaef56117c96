import asyncio

from celery import shared_task

from clinic.db import SessionLocal, dispose_clinic_engine
from clinic.errors import ClosedDayError
from clinic.visits import plan


@shared_task
def plan_day(day: str) -> dict:
    return asyncio.run(_plan_day(day))


async def _plan_day(day: str) -> dict:
    planned: dict = {}
    try:
        async with SessionLocal() as session:
            planned = await plan(session, day)
    except ClosedDayError:
        return {"closed": day}  # expect CEL229: return {"closed": day}
    finally:
        await dispose_clinic_engine()
    return planned
