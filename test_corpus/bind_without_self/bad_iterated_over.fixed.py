from celery import shared_task

from newsletter.delivery import deliver


@shared_task(bind=True)
def deliver_all(self, recipients):
    for recipient in recipients:
        deliver(recipient)


@shared_task(bind=True)
def deliver_in_batches(batches: "list[list[str]] | None" = None, pause=5):
    for batch in batches or []:
        deliver(batch, pause)
