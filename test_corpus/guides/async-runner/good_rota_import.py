"""The guide's core pattern: its runner takes the coroutine's own RuntimeError for a missing loop."""

import logging

from celery import shared_task

logger = logging.getLogger(__name__)


def _run_async(coro):
    """Run a coroutine, whether or not a loop runs already."""
    import asyncio

    try:
        asyncio.get_running_loop()
        import concurrent.futures

        with concurrent.futures.ThreadPoolExecutor(max_workers=1) as executor:
            return executor.submit(asyncio.run, coro).result()
    except RuntimeError:  # expect CEL406: except RuntimeError:
        try:
            loop = asyncio.get_event_loop()
            if loop.is_closed():
                loop = asyncio.new_event_loop()
                asyncio.set_event_loop(loop)
        except RuntimeError:
            loop = asyncio.new_event_loop()
            asyncio.set_event_loop(loop)
        return loop.run_until_complete(coro)


@shared_task(
    bind=True, max_retries=3, autoretry_for=(Exception,), retry_backoff=True, soft_time_limit=540, time_limit=600
)
def import_rota(self, execution_id: str | None = None, **kwargs) -> dict:
    """Import the rota of the wards."""

    async def _carry_out():
        from clinic.db import ClinicSessionLocal, clinic_engine
        from clinic.rota import store_rota, was_recorded

        result = None
        try:
            async with ClinicSessionLocal() as session:
                try:
                    stored = await store_rota(session, **kwargs)
                    await was_recorded(session, execution_id, "success")
                    await session.commit()
                    result = {"status": "success", "stored": stored}
                except Exception as error:
                    logger.error("rota not imported: %s", error)
                    await session.rollback()
                    await was_recorded(session, execution_id, "failed")
                    raise
        except Exception as error:
            logger.error("session failed: %s", error)
            raise
        finally:
            try:
                await clinic_engine.dispose()
            except Exception as error:
                logger.warning("engine not disposed of: %s", error)
        return result

    try:
        logger.info("rota task begins (execution %s)", execution_id)
        result = _run_async(_carry_out())
        logger.info("rota task is complete")
        return result
    except Exception as error:
        logger.error("rota task failed: %s", error)
        raise
