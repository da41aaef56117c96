from celery import shared_task
from sqlalchemy import select

from gym.badges import print_badge
from gym.db import SessionLocal
from gym.models import Member


def welcome(member: Member) -> None:
    print_badge(member.name)


@shared_task
def welcome_all() -> int:
    with SessionLocal() as session:
        members = session.scalars(select(Member).where(Member.is_new)).all()
        for number, member in enumerate(members):  # expect CEL221: for number, member in enumerate(members)
            name = member.name.title()
            print_badge(name, number)
        return len(members)


@shared_task
def welcome_back() -> None:
    away = Member.objects.filter(was_away=True)
    for member in list(away):  # expect CEL221: for member in list(away)
        welcome(member)
