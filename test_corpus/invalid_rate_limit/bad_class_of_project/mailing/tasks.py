from celery import shared_task

from mailing.bases import GentleTask
from mailing.post import deliver


@shared_task(base=GentleTask)
def send_digest(reader_id: int) -> None:
    deliver(reader_id, "digest")


@shared_task(base=GentleTask, rate_limit="5/m")
def send_survey(reader_id: int) -> None:
    deliver(reader_id, "survey")
