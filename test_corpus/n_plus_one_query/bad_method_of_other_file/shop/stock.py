from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from .models import Order


class Store:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session


class Orders(Store):
    async def last_of(self, customer_id: int) -> Order | None:
        rows = await self.session.execute(select(Order).where(Order.customer_id == customer_id))
        return rows.scalars().first()
