import asyncio

from celery import Task, shared_task

from helpdesk.chat import post_message
from helpdesk.mailbox import unread_letters


class AnnouncedTask(Task):
    """Tells the chat room how a task ended."""

    def on_failure(self, exc, task_id, args, kwargs, einfo):
        return asyncio.run(self._on_failure(exc, task_id, args, kwargs, einfo))

    async def _on_failure(self, exc, task_id, args, kwargs, einfo):
        await post_message(f"{self.name} failed: {exc}")

    def on_success(self, retval, task_id, args, kwargs):
        return asyncio.run(self._on_success(retval, task_id, args, kwargs))

    async def _on_success(self, retval, task_id, args, kwargs):
        await post_message(f"{self.name} handled {retval} letters")


@shared_task(base=AnnouncedTask)
def collect_letters(mailbox: str) -> int:
    return sum(letter.file() for letter in unread_letters(mailbox))
