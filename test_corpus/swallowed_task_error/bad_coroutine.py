from celery import shared_task
from structlog import get_logger

from newsletter.db import create_task_session_maker
from newsletter.mail import deliver_all
from newsletter.tasks.utils import run_async, single_instance

logger = get_logger()


@shared_task(bind=True, max_retries=2, default_retry_delay=300)
@single_instance("send_issue", timeout=1800)
def send_issue(self, number: int):
    return run_async(_send_issue(number))


async def _send_issue(number: int) -> int | None:
    maker, engine = create_task_session_maker()
    try:
        async with maker() as db:
            return await deliver_all(db, number)
    except Exception as error:  # expect CEL211: except Exception as error
        logger.error("send_issue_failed", number=number, error=str(error))
    finally:
        await engine.dispose()
