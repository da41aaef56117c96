"""The same batch: the id is read ahead, and each price is written in a savepoint."""

from celery import shared_task
from sqlalchemy import select
from structlog import get_logger

from market.db.session import create_task_session_maker
from market.models import Listing, Price
from market.tasks.utils import run_async, single_instance

logger = get_logger()


@shared_task(bind=True, max_retries=4, default_retry_delay=240)
@single_instance("price_sync_mended", timeout=1800)
def price_sync(self, batch_size: int = 500) -> dict:
    """Write today's price of each open listing.

    Args:
        batch_size: how many listings a run takes

    Returns:
        how many prices were written, and how many failed
    """
    return run_async(_run_price_sync(batch_size))


async def _run_price_sync(batch_size: int) -> dict:
    """Write the prices of one batch."""
    open_session, engine = create_task_session_maker()
    results = {"priced": 0, "failed": 0}
    try:
        async with open_session() as db:
            found = await db.execute(select(Listing).where(Listing.is_open).limit(batch_size))
            listings = found.scalars().all()
            for number, listing in enumerate(listings, 1):
                listing_id = listing.id
                try:
                    async with db.begin_nested():
                        await write_price(db, listing)
                    results["priced"] += 1
                except Exception as error:
                    logger.error("price_sync_item_failed", listing_id=listing_id, error=str(error))
                    results["failed"] += 1
                if number % 100 == 0:
                    logger.info("price_sync_progress", processed=number, total=len(listings))
            await db.commit()
        logger.info("price_sync_complete", **results)
        return results
    except Exception as error:
        logger.error("price_sync_failed", error=str(error))
        raise
    finally:
        await engine.dispose()


async def write_price(db, listing):
    """Write the price of one listing."""
    db.add(Price(listing_id=listing.id, cents=listing.asked_cents))
