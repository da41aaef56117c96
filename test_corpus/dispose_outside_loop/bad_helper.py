from asgiref.sync import async_to_sync
from celery import shared_task

from billing.db import billing_engine, SessionLocal
from billing.invoices import send_reminders
from billing.tasks.utils import run_async


async def _remind() -> int:
    async with SessionLocal() as session:
        return await send_reminders(session)


async def _clean_up() -> None:
    await billing_engine.dispose()


@shared_task
def remind() -> int:
    try:
        return run_async(_remind())
    finally:
        run_async(_clean_up())  # expect CEL309: _clean_up()


@shared_task
def remind_again() -> int:
    try:
        return async_to_sync(_remind)()
    finally:
        async_to_sync(billing_engine.dispose)()  # expect CEL309: billing_engine.dispose
