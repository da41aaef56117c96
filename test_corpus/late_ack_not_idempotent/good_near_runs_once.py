"""Nothing lets these run again; the last one works through what is not done yet."""

from celery import shared_task
from django.core.mail import send_mail

from audit.models import Failure, Letter


@shared_task(bind=True, max_retries=3)
def note_failure(self, task: dict) -> None:
    Failure.objects.create(**task)
    send_mail("A task failed", task["name"], "ops@example.org", ["ops@example.org"])


@shared_task(acks_late=True)
def send_letters() -> None:
    waiting = Letter.objects.filter(sent=False)
    for letter in waiting:
        send_mail(letter.subject, letter.text, "post@example.org", [letter.address])
        letter.mark_sent()
