from celery import current_task, shared_task
from celery.exceptions import Retry

from tickets.mail import MailboxFull, parse, unread


@shared_task(max_retries=10)
def import_mailbox(address: str) -> int:
    count = 0
    for message in unread(address):
        try:
            if message.is_locked:
                current_task.retry(countdown=5)
            parse(message)
            count += 1
        except MailboxFull:
            raise
        except Retry:
            raise
        except (UnicodeDecodeError, Exception) as error:
            print(f"{message.id} skipped: {error}")
    return count
