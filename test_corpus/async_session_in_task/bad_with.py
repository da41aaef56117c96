from asgiref.sync import async_to_sync
from celery import shared_task

from bakery.db import SessionLocal
from bakery.stock import use_up


@shared_task
def bake(recipe: str, loaves: int) -> None:
    async_to_sync(_bake)(recipe, loaves)


async def _bake(recipe: str, loaves: int) -> None:
    async with SessionLocal() as session:  # expect CEL335: SessionLocal()
        await use_up(session, recipe, loaves)
        await session.commit()
