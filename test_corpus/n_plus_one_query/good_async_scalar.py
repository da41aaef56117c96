from celery import shared_task
from sqlalchemy import func, select

from newsletter.db import AsyncSessionLocal
from newsletter.mail import mail_summary
from newsletter.models import Opening, Subscriber
from newsletter.runner import run_async


@shared_task
def mail_summaries() -> int:
    async def _execute() -> int:
        openings = select(Opening.reader_id, func.count(Opening.id)).group_by(Opening.reader_id)
        async with AsyncSessionLocal() as session:
            opened = dict((await session.execute(openings)).all())
            subscribers = (await session.scalars(select(Subscriber))).all()
            for subscriber in subscribers:
                await mail_summary(subscriber.email, opened.get(subscriber.id, 0))
        return len(subscribers)

    return run_async(_execute())
