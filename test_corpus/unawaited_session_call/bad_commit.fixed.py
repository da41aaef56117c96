import asyncio

from celery import shared_task
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

from invoices.models import Invoice

engine = create_async_engine("postgresql+asyncpg://localhost/invoices")
make_session = async_sessionmaker(engine, expire_on_commit=False)


async def _pay(invoice_id: int) -> None:
    async with make_session() as session:
        invoice = await session.get_one(Invoice, invoice_id)
        invoice.paid = True
        await session.commit()
    await engine.dispose()


@shared_task
def pay_invoice(invoice_id: int) -> None:
    asyncio.run(_pay(invoice_id))
