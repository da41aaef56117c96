import asyncio

from celery import shared_task
from sqlalchemy import text, update

from shop.db import TaskSessionLocal
from shop.models import Stock


@shared_task
def store_counts(counts: dict[int, int]) -> None:
    asyncio.run(_store_counts(counts))


async def _store_counts(counts: dict[int, int]) -> None:
    async with TaskSessionLocal() as session:
        for shelf_id, count in counts.items():
            await session.execute(update(Stock).where(Stock.shelf_id == shelf_id).values(count=count))  # expect CEL334: session.execute(update(Stock) ...
            await session.execute(text("UPDATE log SET seen = :at WHERE id = :id"), {"id": shelf_id, "at": count})  # expect CEL334: session.execute(text( ...
        await session.commit()


@shared_task
def forget(shelf_ids: list[int]) -> None:
    with TaskSessionLocal() as session:
        for shelf_id in shelf_ids:
            session.query(Stock).filter_by(shelf_id=shelf_id).delete()  # expect CEL334: session.query(Stock).filter_by(shelf_id=shelf_id).delete()
        session.commit()
