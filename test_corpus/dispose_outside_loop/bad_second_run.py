import asyncio

from celery import shared_task

from billing.db import SessionLocal, engine
from billing.invoices import close_month


@shared_task
def close() -> None:
    async def work() -> None:
        async with SessionLocal() as session:
            await close_month(session)

    try:
        asyncio.run(work())
    finally:
        asyncio.run(engine.dispose())  # expect CEL309: engine.dispose()
