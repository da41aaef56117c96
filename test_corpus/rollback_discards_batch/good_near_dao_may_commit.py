"""The shared session of Flask is known to the service as well, which may commit each member."""

from celery import shared_task

from club.extensions import db
from club.members import welcome
from club.models import Welcome


@shared_task
def welcome_members(member_ids: list[int]) -> None:
    for member_id in member_ids:
        try:
            welcome(member_id)
            db.session.add(Welcome(member_id=member_id))
        except RuntimeError:
            db.session.rollback()
    db.session.commit()
