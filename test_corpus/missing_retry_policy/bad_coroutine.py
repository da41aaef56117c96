from celery import shared_task
from sqlalchemy import select
from structlog import get_logger

from radio.db import create_task_session_maker
from radio.models import Song
from radio.tasks.utils import run_async, single_instance

logger = get_logger()


@shared_task(bind=True)
@single_instance("rank_songs", timeout=1800)
def rank_songs(self, batch_size: int = 1000):  # expect CEL244: def rank_songs
    """Count the plays of each song."""
    return run_async(_rank_songs(batch_size))


async def _rank_songs(batch_size: int) -> dict:
    session_maker, engine = create_task_session_maker()
    results = {"processed": 0}
    try:
        async with session_maker() as db:
            found = await db.execute(select(Song).limit(batch_size))
            results["processed"] = len(found.scalars().all())
        return results
    except Exception as error:
        logger.error("rank_songs_failed", error=str(error))
        raise
    finally:
        await engine.dispose()
