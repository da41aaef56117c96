"""A task of a factory is made when somebody calls it, for an app of its own; the names of others do not fold."""

from celery import Celery, shared_task
from django.conf import settings

from tenants.billing import bill


def first_worker(app: Celery):
    @app.task
    def bill_tenant(tenant: str) -> None:
        bill(tenant)

    return bill_tenant


def second_worker(app: Celery):
    @app.task
    def bill_tenant(tenant: str) -> None:
        bill(tenant, twice=True)

    return bill_tenant


@shared_task(name=settings.BILLING_TASK)
def bill_monthly() -> None:
    bill(None)


@shared_task(name=settings.BILLING_TASK + "_yearly")
def bill_yearly() -> None:
    bill(None)
