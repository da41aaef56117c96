import asyncio

from celery import shared_task
from sqlalchemy.ext.asyncio import async_sessionmaker

from stocks.client import fetch_price
from stocks.db import engine
from stocks.models import Price

make_session = async_sessionmaker(engine)


async def _store(symbol: str) -> None:
    async with make_session() as session:
        session.add(Price(symbol=symbol, cents=await fetch_price(symbol)))
        await session.commit()


async def _store_all(symbols: list[str]) -> None:
    await asyncio.gather(*(_store(symbol) for symbol in symbols))


@shared_task
def store_prices(symbols: list[str]) -> None:
    asyncio.run(_store_all(symbols))
