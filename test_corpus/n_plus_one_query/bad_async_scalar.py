from celery import shared_task
from sqlalchemy import func, select

from newsletter.db import AsyncSessionLocal
from newsletter.mail import mail_summary
from newsletter.models import Opening, Subscriber
from newsletter.runner import run_async


@shared_task
def mail_summaries() -> int:
    async def _execute() -> int:
        async with AsyncSessionLocal() as session:
            subscribers = (await session.scalars(select(Subscriber))).all()
            for subscriber in subscribers:
                opened = await session.scalar(select(func.count(Opening.id)).where(Opening.reader_id == subscriber.id))  # expect CEL302: session.scalar(select(func.count(Opening.id)).where(Opening.reader_id == subscriber.id))
                await mail_summary(subscriber.email, opened)
        return len(subscribers)

    return run_async(_execute())
