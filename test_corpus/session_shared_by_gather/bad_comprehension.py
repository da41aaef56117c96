import asyncio

from celery import shared_task
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from stocks.client import fetch_price
from stocks.db import engine
from stocks.models import Price

make_session = async_sessionmaker(engine)


async def _store(session: AsyncSession, symbol: str) -> None:
    session.add(Price(symbol=symbol, cents=await fetch_price(symbol)))
    await session.flush()


async def _store_all(symbols: list[str]) -> None:
    async with make_session() as session:
        await asyncio.gather(*(_store(session, symbol) for symbol in symbols))  # expect CEL321: asyncio.gather(*(_store(session, symbol) for symbol in symbols))
        await session.commit()


@shared_task
def store_prices(symbols: list[str]) -> None:
    asyncio.run(_store_all(symbols))
