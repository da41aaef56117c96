from asgiref.sync import async_to_sync
from celery import shared_task
from sqlalchemy import select
from sqlalchemy.orm import Session

from crm.database import SessionLocal, engine
from crm.models import Lead
from crm.scoring import score


async def _score_leads() -> int:
    with SessionLocal() as db:
        leads = db.execute(select(Lead).limit(100)).scalars().all()  # expect CEL412: db.execute(select(Lead).limit(100))
        for lead in leads:
            lead.score = await score(lead.name)
        db.commit()  # expect CEL412: db.commit()
    return len(leads)


async def _count_leads() -> int:
    session = Session(engine)
    try:
        return len(session.scalars(select(Lead.id).limit(1000)).all())  # expect CEL412: session.scalars(select(Lead.id).limit(1000))
    finally:
        session.close()


@shared_task
def score_leads() -> int:
    return async_to_sync(_score_leads)()


@shared_task
def count_leads() -> int:
    return async_to_sync(_count_leads)()
