"""The session of Flask was not opened here; whoever reads the tree may commit it."""

from celery import shared_task

from club.extensions import db
from club.models import Member


@shared_task
def enrol(name: str) -> None:
    db.session.add(Member(name=name))
