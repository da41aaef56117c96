import logging

from celery import shared_task

from orchard.runner import run_async
from orchard.trees import prune

logger = logging.getLogger(__name__)


@shared_task
def prune_trees(row: int) -> None:  # expect CEL801: def prune_trees
    run_async(_prune_trees(row))


async def _prune_trees(row: int) -> None:
    logger.info("pruning row %d", row)
    await prune(row)
