"""Every session is put aside, and all are closed at the end."""

from celery import shared_task

from surveys.db import SessionLocal
from surveys.models import Answer


@shared_task
def copy_answers(shards: list[str]) -> None:
    opened = []
    try:
        for shard in shards:
            session = SessionLocal(shard=shard)
            opened.append(session)
            session.query(Answer).filter(Answer.copied.is_(False)).update({"copied": True})
            session.commit()
    finally:
        for session in opened:
            session.close()
