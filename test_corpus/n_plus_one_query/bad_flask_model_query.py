from celery import shared_task

from club.extensions import db
from club.models import Fee, Member
from club.sms import remind


@shared_task
def remind_debtors(year: int) -> int:
    reminded = 0
    for member in Member.query.filter_by(active=True):
        fee = Fee.query.filter_by(member_id=member.id, year=year).first()  # expect CEL302: Fee.query.filter_by(member_id=member.id, year=year).first()
        if fee is None:
            remind(member.phone, year)
            member.reminders += 1
            reminded += 1
    db.session.commit()
    return reminded
