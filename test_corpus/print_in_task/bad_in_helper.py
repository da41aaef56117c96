import asyncio
import sys

from celery import shared_task

from harbour.ships import load_cargo


@shared_task(bind=True)
def load(self, ship_id):
    return asyncio.run(_load(ship_id))


async def _load(ship_id):
    try:
        return await load_cargo(ship_id)
    except OSError as error:
        print(f"loading failed: {error}", file=sys.stderr)  # expect CEL809: print(f"loading failed: {error}", file=sys.stderr)
        raise
