import logging

from celery import shared_task

from observatory.domes import close_dome, open_domes

logger = logging.getLogger(__name__)


@shared_task
def close_domes(reason):  # expect CEL801: def close_domes
    domes = open_domes()
    if not domes:
        logger.info("All domes are closed")
        return 0
    for dome in domes:
        logger.debug("Closing %s", dome)
        close_dome(dome, reason)
    return len(domes)
