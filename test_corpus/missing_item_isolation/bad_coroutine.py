from celery import shared_task
from sqlalchemy import select

from gym.db import create_task_session_maker
from gym.models import Bill, Member
from gym.tasks.utils import run_async


@shared_task(bind=True, max_retries=2)
def bill_members(self, month: str) -> int:
    return run_async(_bill_members(month))


async def _bill_members(month: str) -> int:
    maker, engine = create_task_session_maker()
    try:
        async with maker() as db:
            found = await db.execute(select(Member).where(Member.is_active))
            members = found.scalars().all()
            for member in members:  # expect CEL221: for member in members
                await bill(db, member, month)
            await db.commit()
        return len(members)
    finally:
        await engine.dispose()


async def bill(db, member: Member, month: str) -> None:
    db.add(Bill(member_id=member.id, month=month, cents=member.fee))
