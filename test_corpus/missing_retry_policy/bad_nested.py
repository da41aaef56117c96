import smtplib

from celery import shared_task
from django.core.mail import send_mail

from radio.models import Listener
from radio.runner import _run_async


@shared_task(bind=True, soft_time_limit=120, time_limit=180)
def close_month(self, execution_id: str | None = None) -> dict | None:  # expect CEL244: def close_month
    async def _execute():
        from radio.db import SessionLocal, engine

        result = None
        try:
            async with SessionLocal() as session:
                result = {"status": "success", "session": str(session)}
        finally:
            await engine.dispose()
        return result

    return _run_async(_execute())


@shared_task
def thank(listener_id: int) -> None:  # expect CEL244: def thank
    listener = Listener.objects.get(pk=listener_id)
    try:
        send_mail("Thank you", "for listening", None, [listener.address])
    except smtplib.SMTPRecipientsRefused:
        listener.delete()
