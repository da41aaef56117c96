import logging

from celery import shared_task

from observatory.runner import _run_async

logger = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=3)
def stack_images(self, night: str) -> dict:  # expect CEL801: def stack_images
    async def _execute():
        from observatory.db import TelescopeSessionLocal, telescope_engine

        result = None
        try:
            async with TelescopeSessionLocal() as session:
                result = await session.get(night)
        finally:
            logger.debug("Disposing the engine")
            await telescope_engine.dispose()
        return result

    try:
        result = _run_async(_execute())
        logger.info("Images stacked")
        return result
    except Exception as error:
        logger.error("Stacking failed: %s", error)
        raise
