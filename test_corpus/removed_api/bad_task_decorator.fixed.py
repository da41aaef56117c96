from celery import shared_task as task

from letters.post import deliver


@task(ignore_result=True)
def deliver_letter(letter_id: int) -> None:
    deliver(letter_id)
