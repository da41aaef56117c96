from celery import shared_task

from clubs.db import SessionLocal
from clubs.feeds import read_fees
from clubs.models import Member


@shared_task
def collect_fees(feed: str) -> int:
    fees: dict[int, list[int]] = {}
    for row in read_fees(feed):
        fees.setdefault(row.member_id, []).append(row.amount)
    collected = 0
    with SessionLocal() as session:
        for member_id, amounts in fees.items():
            member = session.query(Member).filter(Member.id == member_id).one()  # expect CEL302: session.query(Member).filter(Member.id == member_id).one()
            member.balance += sum(amounts)
            collected += len(amounts)
        session.commit()
    return collected
