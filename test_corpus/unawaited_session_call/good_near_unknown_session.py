"""Nothing says whose `commit` and `execute` these are."""

from celery import shared_task

from harbour.ledger import open_ledger
from harbour.runner import run_async
from harbour.search import client


async def _record_arrival(ship: str) -> None:
    async with open_ledger() as ledger:
        ledger.execute("arrival", ship)
        ledger.commit()
    client.execute("reindex").raise_for_status()


@shared_task
def record_arrival(ship: str) -> None:
    run_async(_record_arrival(ship))
