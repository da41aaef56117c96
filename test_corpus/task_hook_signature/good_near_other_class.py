"""Neither class is a task: the hooks are those of a form and of a retry policy."""

from celery import shared_task
from django.views.generic import FormView

from letters.post import send


class LetterForm(FormView):
    def on_success(self, letter):
        send_letter.delay(letter.id)

    def __call__(self, request):
        return None


class Policy:
    def on_retry(self, attempt):
        return attempt < 3


@shared_task
def send_letter(letter_id: int) -> None:
    send(letter_id)
