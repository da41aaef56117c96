"""The same paging in the order of the ids, and with a word about progress."""

from celery import shared_task
from sqlalchemy import select
from structlog import get_logger

from market.db.session import create_task_session_maker
from market.models import Card
from market.search import index_card
from market.tasks.utils import run_async, single_instance

logger = get_logger()


@shared_task(bind=True, max_retries=4, default_retry_delay=240)
@single_instance("catalogue_pages_mended", timeout=7200)
def catalogue_pages(self, batch_size: int = 200) -> dict:
    """Put all cards into the search index."""
    return run_async(_run_catalogue_pages(batch_size))


async def _run_catalogue_pages(batch_size: int) -> dict:
    """Go through the cards page by page."""
    open_session, engine = create_task_session_maker()
    offset = 0
    try:
        while True:
            async with open_session() as db:
                found = await db.execute(select(Card).order_by(Card.id).offset(offset).limit(batch_size))
                cards = found.scalars().all()
                if not cards:
                    break
                for card in cards:
                    await index_card(db, card)
                await db.commit()
                offset += batch_size
                logger.info("catalogue_pages_progress", processed=offset)
    finally:
        await engine.dispose()
    return {"indexed": offset}
