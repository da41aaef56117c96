import asyncio

from celery import shared_task

from payroll.database import open_session
from payroll.transfers import send_transfers


@shared_task
def transfer_all(batch: int) -> dict[str, object]:
    return asyncio.run(_transfer_all(batch))


async def _transfer_all(batch: int) -> dict[str, object]:
    async with open_session() as session:
        try:
            sent = await send_transfers(session, batch)
            return {"sent": sent, "error": None}
        except Exception:  # expect CEL212: except Exception
            return {"sent": 0, "error": "transfer failed"}
