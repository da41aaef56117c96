from celery import shared_task
from sqlalchemy import select

from contacts.crm import upload
from contacts.db import AsyncSessionLocal
from contacts.models import Contact
from contacts.runner import run_async


async def _upload_all(campaign: int) -> int:
    failures = 0
    async with AsyncSessionLocal() as db:
        query = select(Contact).where(Contact.campaign_id == campaign)
        result = await db.execute(query)
        for contact in result.scalars().all():
            try:
                async with db.begin_nested():
                    contact.remote_id = await upload(contact.email)
                    await db.flush()
            except Exception:
                failures += 1
        await db.commit()
    return failures


@shared_task
def upload_contacts(campaign: int) -> int:
    return run_async(_upload_all(campaign))
