import asyncio

from celery import shared_task

from billing.db import SessionLocal, engine
from billing.invoices import close_month


@shared_task
def close() -> None:
    async def work() -> None:
        try:
            async with SessionLocal() as session:
                await close_month(session)
        finally:
            await engine.dispose()

    asyncio.run(work())
