"""What the base class makes of `update_state` cannot be seen here."""

from celery import shared_task

from quarry.jobs import QuarryTask
from quarry.stones import blast


@shared_task(bind=True, base=QuarryTask)
def quarry(self, face: str) -> None:
    self.update_state("DRILLING", {"face": face})
    blast(face)
