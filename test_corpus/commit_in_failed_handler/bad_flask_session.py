from celery import shared_task

from club.extensions import db
from club.models import Failure, Member


@shared_task(bind=True, max_retries=3)
def enrol(self, name: str) -> None:
    try:
        db.session.add(Member(name=name))
        db.session.commit()
    except Exception as error:
        db.session.add(Failure(task=self.request.id, message=str(error)))
        db.session.commit()  # expect CEL327: db.session.commit()
        raise self.retry(exc=error)
