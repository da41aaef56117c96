from celery import shared_task
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from museum.db import AsyncSessionLocal
from museum.models import Exhibit
from museum.runner import run_async


class ExhibitStore:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def by_room(self, room: str) -> list[Exhibit]:
        result = await self.session.execute(select(Exhibit).where(Exhibit.room == room))
        return list(result.scalars())


async def _close_room(room: str) -> None:
    async with AsyncSessionLocal() as session:
        for exhibit in await ExhibitStore(session).by_room(room):
            exhibit.on_display = False
        await session.commit()


@shared_task
def close_room(room: str) -> None:
    run_async(_close_room(room))
