import asyncio
import logging

from celery import shared_task
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from members.db import engine
from members.models import Member

logger = logging.getLogger(__name__)


async def _rename(member_id: int, name: str) -> None:
    async with AsyncSession(engine) as session:
        member = await session.get_one(Member, member_id)
        member_number = member.number
        try:
            member.name = name
            await session.commit()
        except IntegrityError:
            logger.warning("%s is taken, %s keeps the old name", name, member_number)


@shared_task
def rename(member_id: int, name: str) -> None:
    asyncio.run(_rename(member_id, name))
