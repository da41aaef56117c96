from celery import shared_task

from shop.mail import mail_invoice, mail_reminder


@shared_task(name="shop.mail_invoice")
def send_invoice(order_id: int) -> None:
    mail_invoice(order_id)


@shared_task(name="shop.mail_invoice")
def send_reminder(order_id: int) -> None:  # expect CEL108: def send_reminder
    mail_reminder(order_id)
