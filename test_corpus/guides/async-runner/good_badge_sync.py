"""Two databases: a session for each, and the foreign engine disposed of first."""

import logging

from celery import shared_task

from clinic.tasks.runner import _run_async

logger = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=2, default_retry_delay=60, time_limit=300)
def sync_badges(self) -> dict:
    """Take over the badges of the time clocks."""

    async def _carry_out():
        from clinic.clock_database import _get_clock_session_maker, dispose_clock_engine
        from clinic.db import ClinicSessionLocal, clinic_engine
        from clinic.models import Badge

        result = None
        try:
            async with ClinicSessionLocal() as own_session:
                ClockSessionLocal = _get_clock_session_maker()
                async with ClockSessionLocal() as clock_session:
                    try:
                        number = await clock_session.scalar("select count(*) from badges")
                        own_session.add(Badge(number=number))
                        await own_session.commit()
                        result = {"status": "success"}
                    except Exception as error:
                        logger.error("badges not synced: %s", error)
                        raise
        except Exception as error:
            logger.error("badge session failed: %s", error)
            raise
        finally:
            try:
                await dispose_clock_engine()
            except Exception as error:
                logger.warning("clock engine not disposed of: %s", error)
            try:
                await clinic_engine.dispose()
            except Exception as error:
                logger.warning("own engine not disposed of: %s", error)
        return result

    logger.info("badge task begins")
    result = _run_async(_carry_out())
    logger.info("badge task is complete")
    return result
