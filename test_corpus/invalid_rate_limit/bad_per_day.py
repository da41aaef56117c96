from celery import shared_task

from sms.gateway import send


@shared_task(rate_limit="125/d")  # expect CEL707: "125/d"
def send_text(number: str, text: str) -> None:
    send(number, text)
