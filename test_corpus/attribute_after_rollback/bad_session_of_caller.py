import logging

from celery import shared_task
from sqlalchemy.ext.asyncio import AsyncSession

from parcels.db import AsyncSessionLocal
from parcels.models import Parcel
from parcels.runner import run_async

logger = logging.getLogger(__name__)


async def _deliver(session: AsyncSession, parcel_id: int) -> None:
    parcel = await session.get(Parcel, parcel_id)
    try:
        await parcel.deliver()
    except Exception as error:
        await session.rollback()
        parcel.failures += 1  # expect CEL322: parcel.failures
        logger.error("%s: %s", parcel_id, error)


async def _execute(parcel_id: int) -> None:
    async with AsyncSessionLocal() as session:
        await _deliver(session, parcel_id)
        await session.commit()


@shared_task
def deliver(parcel_id: int) -> None:
    run_async(_execute(parcel_id))
