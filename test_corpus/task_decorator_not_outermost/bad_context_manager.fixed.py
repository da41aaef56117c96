from contextlib import contextmanager

from celery import shared_task

from tenants.schema import leave, enter


@contextmanager
def tenant_schema(name):
    enter(name)
    try:
        yield
    finally:
        leave(name)


@shared_task(ignore_result=True)
@tenant_schema("public")
def count_tenants() -> None:
    print("counting")
