# settings: task-bases = ["BaseJob"]
import asyncio

from jobs.base import BaseJob


class SendInvoices(BaseJob):
    name = "invoices.send"

    def run(self, day):
        return asyncio.run(self._run(day))

    async def _run(self, day):
        await self.send(day)

    def on_failure(self, exc, task_id, args, kwargs, einfo):
        return asyncio.run(self._on_failure(exc, task_id, args, kwargs, einfo))

    async def _on_failure(self, exc, task_id, args, kwargs, einfo):
        await self.tell(exc)
