from celery import shared_task

from sms.gateway import send


@shared_task(rate_limit="5/h")
def send_text(number: str, text: str) -> None:
    send(number, text)
