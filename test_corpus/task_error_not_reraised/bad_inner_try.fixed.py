import logging

from celery import shared_task

from library.runner import _run_async

logger = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=3, autoretry_for=(Exception,), retry_backoff=True)
def rebuild_index(self, execution_id: str | None = None) -> dict | None:
    """Build the search index anew."""

    async def _execute():
        from library.db import SessionLocal, engine
        from library.executions import set_status
        from library.search import build_index

        result = None
        try:
            async with SessionLocal() as session:
                try:
                    result = {"pages": await build_index(session)}
                except Exception as error:
                    logger.error("index not built: %s", error)
                    await session.rollback()
                    await set_status(session, execution_id, "error", message=str(error))
                    raise
        except Exception as error:
            logger.error("no session: %s", error)
            raise
        finally:
            await engine.dispose()
        return result

    try:
        return _run_async(_execute())
    except Exception as error:
        logger.error("task failed: %s", error)
        raise
