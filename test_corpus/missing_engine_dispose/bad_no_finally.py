from celery import shared_task
from sqlalchemy import select

from harbour.db import SessionLocal
from harbour.models import Berth
from harbour.tasks.utils import run_async


@shared_task(bind=True, max_retries=2)
def free_berths(self) -> int:
    return run_async(_free_berths())


async def _free_berths() -> int:
    async with SessionLocal() as session:  # expect CEL333: SessionLocal()
        berths = (await session.scalars(select(Berth).where(Berth.is_left))).all()
        for berth in berths:
            berth.ship_id = None
        await session.commit()
        return len(berths)
