from celery import shared_task

from letters.post import deliver


@shared_task(ignore_result=True)
def deliver_letter(letter_id: int) -> None:
    deliver(letter_id)
