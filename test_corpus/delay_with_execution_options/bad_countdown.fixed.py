from celery import shared_task

from billing.reminders import post_reminder

ONE_WEEK = 7 * 24 * 3600


@shared_task(name="billing.remind")
def remind(invoice_id: int, tone: str = "friendly") -> None:
    post_reminder(invoice_id, tone)


def invoice_sent(invoice_id: int) -> None:
    remind.apply_async(args=(invoice_id,), countdown=ONE_WEEK)
    remind.apply_async(args=(invoice_id,), kwargs={"tone": "firm"}, countdown=2 * ONE_WEEK)
