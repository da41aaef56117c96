from celery import Task, shared_task

from helpdesk.chat import post_message
from helpdesk.mailbox import unread_letters


class AnnouncedTask(Task):
    """Tells the chat room how a task ended."""

    async def on_failure(self, exc, task_id, args, kwargs, einfo):  # expect CEL101: async def on_failure
        await post_message(f"{self.name} failed: {exc}")

    async def on_success(self, retval, task_id, args, kwargs):  # expect CEL101: async def on_success
        await post_message(f"{self.name} handled {retval} letters")


@shared_task(base=AnnouncedTask)
def collect_letters(mailbox: str) -> int:
    return sum(letter.file() for letter in unread_letters(mailbox))
