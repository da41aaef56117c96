import asyncio

import httpx
from celery import Celery

from contacts.store import store_contact

app = Celery("contacts")
app.conf.task_annotations = {"contacts.tasks.send_text": {"rate_limit": "100/m"}}


async def _load(contact_id: str) -> None:
    async with httpx.AsyncClient(base_url="https://crm.example", timeout=10) as client:
        answer = await client.get(f"/contacts/{contact_id}")
        store_contact(contact_id, answer.json())


@app.task(bind=True)
def load_contact(self, contact_id: str) -> None:  # expect CEL741: def load_contact
    asyncio.run(_load(contact_id))
