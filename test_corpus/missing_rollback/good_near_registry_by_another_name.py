"""The session is rolled back by its other name."""

from celery import shared_task

from club.extensions import db
from club.models import Member, Note


@shared_task
def rename(member_id: int, name: str) -> None:
    session = db.session
    member = session.get(Member, member_id)
    try:
        member.name = name
        session.commit()
    except Exception:
        db.session.rollback()
    session.add(Note(member_id=member_id))
    session.commit()
