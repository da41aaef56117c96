import asyncio
import logging

from celery import shared_task

from payroll.db import PayrollSessionLocal, payroll_engine
from payroll.jobs import copy_hours
from timeclock.db import ClockSessionLocal, dispose_clock_engine

logger = logging.getLogger(__name__)


@shared_task
def import_hours() -> int:
    return asyncio.run(_import_hours())


async def _import_hours() -> int:
    copied = 0
    try:
        async with PayrollSessionLocal() as payroll:
            async with ClockSessionLocal() as clock:
                copied = await copy_hours(clock, payroll)
                await payroll.commit()
    finally:
        try:
            await dispose_clock_engine()
        except Exception:
            logger.exception("dispose_clock_engine() failed")
        await payroll_engine.dispose()
    return copied
