# settings: task-bases = ["BaseJob"]
from jobs.base import BaseJob


class SendInvoices(BaseJob):
    name = "invoices.send"

    async def run(self, day):  # expect CEL101: async def run
        await self.send(day)

    async def on_failure(self, exc, task_id, args, kwargs, einfo):  # expect CEL101: async def on_failure
        await self.tell(exc)
