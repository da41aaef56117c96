from celery import shared_task as background_task

from newsletter.subscribers import subscribers_of
from newsletter.transport import deliver

RETRIES = 4


@background_task(
    bind=True,
    name="newsletter.send_issue",
    autoretry_for=(ConnectionError,),
    max_retries=RETRIES,
    retry_backoff=True,
    ignore_result=True,
)
def send_issue(
    self,
    issue_number: int,
    segment: str = "all",
) -> None:
    for subscriber in subscribers_of(segment):
        deliver(subscriber, issue_number)
