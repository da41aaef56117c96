from celery import shared_task

from club.extensions import db
from club.models import Member
from club.payments import collect_fee


@shared_task
def collect_fees(year: int) -> dict[str, int]:
    collected = failed = 0
    for member in Member.query.filter_by(active=True).all():
        try:
            member.paid_until = collect_fee(member, year)
            db.session.commit()
            collected += 1
        except Exception:
            db.session.rollback()
            failed += 1
    return {"collected": collected, "failed": failed}
