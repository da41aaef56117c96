from datetime import timedelta

from celery import shared_task

from tenants.billing import BillingClosed, bill

PAUSE = timedelta(minutes=10)


@shared_task(bind=True, max_retries=6)
def bill_tenant(self, tenant_id: int) -> None:
    try:
        bill(tenant_id)
    except BillingClosed as error:
        raise self.retry(exc=error, countdown=PAUSE)  # expect CEL234: countdown=PAUSE
    except ConnectionError as error:
        self.retry(exc=error, countdown=2 * timedelta(seconds=30))  # expect CEL234: countdown=2 * timedelta(seconds=30)
    except TimeoutError as error:
        self.retry(exc=error, expires=timedelta(hours=1))  # expect CEL234: expires=timedelta(hours=1)
