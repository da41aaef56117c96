"""Plain sessions, of every spelling; one of them is opened inside a coroutine."""

import asyncio

from celery import shared_task
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker

from bakery.mail import confirm
from bakery.models import Order

engine = create_engine("postgresql://bakery")
open_session = sessionmaker(engine)


@shared_task
def close_orders(day: str) -> None:
    session = open_session()
    try:
        session.query(Order).filter_by(day=day).update({"closed": True})
        session.commit()
    finally:
        session.close()


@shared_task
def confirm_orders(day: str) -> None:
    async def _execute() -> None:
        with Session(engine) as session:
            numbers = [order.number for order in session.query(Order).filter_by(day=day)]
        await asyncio.gather(*(confirm(number) for number in numbers))

    asyncio.run(_execute())
