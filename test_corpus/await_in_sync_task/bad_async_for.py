from celery import Celery

from mail.client import open_mailbox

app = Celery("mail")


@app.task(bind=True)
def count_messages(self, folder: str) -> int:
    count = 0
    async for message in open_mailbox(folder):  # expect CEL414: message
        count += len(message.parts)
    return count


@app.task
def list_messages(folder: str) -> list[str]:
    return [message.subject async for message in open_mailbox(folder)]  # expect CEL414: message
