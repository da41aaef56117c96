# settings: loggers = ["trail"]
from celery import shared_task

from library.audit import trail
from library.loans import overdue_loans


@shared_task(name="library.tasks.remind")
def remind() -> int:
    loans = overdue_loans()
    trail.info("%s overdue loans", len(loans))
    return len(loans)
