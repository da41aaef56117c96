"""What fails for good is kept by a task of its own."""

from datetime import datetime, timezone

from celery import shared_task

from helpdesk.alerts import tell_admin
from helpdesk.letters import post_letter
from helpdesk.models import FailedTask


@shared_task(bind=True, max_retries=3, time_limit=60, rate_limit="10/m")
def send_letter(self, letter: dict) -> str:
    """Post a letter."""
    try:
        return post_letter(letter)
    except Exception as error:
        if self.request.retries >= self.max_retries:
            dead_letter.delay(
                {
                    "task_name": self.name,
                    "letter": letter,
                    "error": str(error),
                    "timestamp": datetime.now(timezone.utc).isoformat(),
                }
            )
        raise self.retry(exc=error)


@shared_task(time_limit=30)
def dead_letter(failed: dict) -> None:
    """Keep a failure, and tell somebody."""
    FailedTask.create(**failed)
    tell_admin(f"{failed['task_name']} has failed")
