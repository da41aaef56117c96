import asyncio
import logging

from celery import shared_task
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import async_sessionmaker

from stock.db import engine
from stock.models import Article
from stock.prices import fetch_price

logger = logging.getLogger(__name__)
make_session = async_sessionmaker(engine, expire_on_commit=False)


async def _reprice(shop: str) -> None:
    async with make_session() as session:
        articles = (await session.scalars(select(Article).where(Article.shop == shop))).all()
        for article in articles:
            number = article.number
            try:
                article.price = await fetch_price(number)
                await session.commit()
            except SQLAlchemyError:
                await session.rollback()
                logger.exception("no price for %s", article.name)  # expect CEL322: article.name


@shared_task
def reprice(shop: str) -> None:
    asyncio.run(_reprice(shop))
