from datetime import timedelta

from celery import shared_task

from tenants.billing import BillingClosed, bill

PAUSE = timedelta(minutes=10)


@shared_task(bind=True, max_retries=6)
def bill_tenant(self, tenant_id: int) -> None:
    try:
        bill(tenant_id)
    except BillingClosed as error:
        raise self.retry(exc=error, countdown=PAUSE.total_seconds())
    except ConnectionError as error:
        self.retry(exc=error, countdown=(2 * timedelta(seconds=30)).total_seconds())
    except TimeoutError as error:
        self.retry(exc=error, expires=timedelta(hours=1).total_seconds())
