import datetime

from celery import shared_task
from sqlalchemy import select

from shop.db import create_task_session_maker
from shop.models import Cart
from shop.tasks.utils import run_async


@shared_task
def drop_carts() -> int:
    return run_async(_drop_carts())


async def _drop_carts() -> int:
    session_maker, engine = create_task_session_maker()
    limit = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=7)
    dropped = 0
    try:
        async with session_maker() as db:
            statement = select(Cart).where(Cart.touched_at < limit)
            result = await db.execute(statement)  # expect CEL316: db.execute(statement)
            carts = result.scalars().all()
            for cart in carts:
                await cart.drop(db)
                dropped += 1
            await db.commit()
    finally:
        await engine.dispose()
    return dropped
