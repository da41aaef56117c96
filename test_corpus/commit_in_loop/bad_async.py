import asyncio

from celery import shared_task
from sqlalchemy import select

from library.db import create_task_session_maker
from library.models import Loan


@shared_task
def extend_loans() -> None:
    asyncio.run(_extend_loans())


async def _extend_loans() -> None:
    session_maker, engine = create_task_session_maker()
    try:
        async with session_maker() as db:
            loans = (await db.scalars(select(Loan))).all()
            for loan in loans:
                if loan.may_be_extended:
                    loan.extend()
                    await db.commit()  # expect CEL305: db.commit()
    finally:
        await engine.dispose()
