from celery import shared_task

from census.forms import FormUnreadable, read_form
from census.settings import LIMIT
from census.utils import single_instance


@shared_task(
    bind=True,
    soft_time_limit=LIMIT,  # expect CEL215: soft_time_limit=LIMIT
)
@single_instance("read_forms", timeout=3600)
def read_forms(self, paths: list[str]) -> list[str]:
    unreadable = []
    for path in paths:
        try:
            read_form(path)
        except FormUnreadable:
            unreadable.append(path)
    return unreadable
