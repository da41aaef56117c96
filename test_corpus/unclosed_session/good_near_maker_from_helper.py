"""What the function gives is a maker of sessions, each of which is closed by its `with`."""

import asyncio

from celery import shared_task

from warehouse.db import get_depot_session_maker
from warehouse.stock import count


@shared_task
def count_depot() -> int:
    async def execute() -> int:
        DepotSession = get_depot_session_maker()
        async with DepotSession() as session:
            return await count(session)

    return asyncio.run(execute())
