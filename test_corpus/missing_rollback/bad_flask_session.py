from celery import shared_task

from club.extensions import db
from club.models import Member, Note


@shared_task
def rename(member_id: int, name: str) -> None:
    member = db.session.get(Member, member_id)
    member.name = name
    try:
        db.session.commit()
    except Exception as error:  # expect CEL304: except Exception as error
        message = f"not renamed: {error}"
    else:
        message = "renamed"
    db.session.add(Note(member_id=member_id, text=message))
    db.session.commit()
