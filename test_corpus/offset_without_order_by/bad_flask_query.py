from celery import shared_task

from club.models import Member
from club.search import index


@shared_task
def index_members() -> None:
    start = 0
    while members := Member.query.filter_by(active=True).offset(start).limit(50).all():  # expect CEL314: Member.query.filter_by(active=True).offset(start)
        index(members)
        start += 50
