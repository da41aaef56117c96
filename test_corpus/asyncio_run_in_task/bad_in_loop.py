import asyncio
import logging

from celery import shared_task

from devices.push import push_alarm

logger = logging.getLogger(__name__)


@shared_task
def raise_alarm(tokens: list[str], text: str) -> int:
    reached = 0
    for token in tokens:
        try:
            asyncio.run(asyncio.wait_for(push_alarm(token, text), timeout=5))  # expect CEL401: asyncio.run(asyncio.wait_for(push_alarm(token, text), timeout=5))
            reached += 1
        except asyncio.TimeoutError:
            logger.warning("%s did not answer", token)
    return reached
