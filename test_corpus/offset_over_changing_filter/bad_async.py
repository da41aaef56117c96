from celery import shared_task
from sqlalchemy import select

from shop.db import create_task_session_maker
from shop.models import Card
from shop.tasks.utils import run_async


@shared_task
def price_cards(batch_size: int = 1000) -> None:
    run_async(_price_cards(batch_size))


async def _price_cards(batch_size: int) -> None:
    session_maker, engine = create_task_session_maker()
    offset = 0
    try:
        while True:
            async with session_maker() as db:
                result = await db.execute(
                    select(Card).where(Card.cents == None).order_by(Card.id).offset(offset).limit(batch_size)
                )
                cards = result.scalars().all()
                if not cards:
                    break
                for card in cards:
                    if card.listed:
                        card.cents = card.listed * 100  # expect CEL315: card.cents
                await db.commit()
                offset += batch_size
    finally:
        await engine.dispose()
