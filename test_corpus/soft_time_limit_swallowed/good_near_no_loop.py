"""Nothing goes on after the handler: there is no loop."""

import logging

from celery import shared_task

from lottery.draws import draw_numbers, notify_winners

logger = logging.getLogger(__name__)


@shared_task(soft_time_limit=60)
def draw(week: str) -> list[int]:
    numbers = draw_numbers(week)
    try:
        notify_winners(week, numbers)
    except Exception:
        logger.exception("winners of %s have not been told", week)
    return numbers
