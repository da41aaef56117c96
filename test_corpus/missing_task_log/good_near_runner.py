"""Start, end and failure stand around the call of the runner; inner handlers hand the error on."""

import logging

from celery import shared_task

from observatory.runner import _run_async

logger = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=3, autoretry_for=(Exception,))
def measure_seeing(self, execution_id: str = None, **kwargs) -> dict:
    async def _execute():
        from observatory.db import TelescopeSessionLocal, telescope_engine

        result = None
        try:
            async with TelescopeSessionLocal() as session:
                try:
                    result = {"seeing": await session.scalar("select 1")}
                except Exception as error:
                    logger.error(f"Measuring failed: {error}")
                    raise
        except Exception as error:
            logger.error(f"Session failed: {error}")
            raise
        finally:
            logger.debug("Disposing the engine")
            try:
                await telescope_engine.dispose()
                logger.debug("Engine disposed")
            except Exception as error:
                logger.warning(f"Engine not disposed: {error}")
        return result

    try:
        logger.info(f"Measuring (execution_id={execution_id})")
        result = _run_async(_execute())
        logger.info("Measured")
        return result
    except Exception as error:
        logger.error(f"Task failed: {error}")
        raise
