"""What a decorator may say about a task."""

from celery import shared_task

from office.mail import TemporaryMailError, deliver


@shared_task(
    name="office.tasks.newsletter.send_newsletter",
    bind=True,
    max_retries=3,
    default_retry_delay=60,
    autoretry_for=(TemporaryMailError,),
    dont_autoretry_for=(ValueError,),
    retry_backoff=True,
    retry_backoff_max=300,
    retry_jitter=True,
    soft_time_limit=120,
    time_limit=180,
    rate_limit="10/m",
    acks_late=True,
    reject_on_worker_lost=True,
    track_started=True,
    expires=3600,
    compression="gzip",
    serializer="json",
)
def send_newsletter(self, issue: int) -> str:
    """Send one issue of the newsletter."""
    deliver(issue, attempt=self.request.retries)
    return f"issue {issue} sent"


def send_later(issue: int) -> None:
    """Send an issue in the evening."""
    send_newsletter.apply_async((issue,), countdown=600, expires=3600)
