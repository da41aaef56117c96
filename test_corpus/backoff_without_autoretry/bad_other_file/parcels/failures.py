import logging

logger = logging.getLogger(__name__)


def tell(task, error):
    logger.warning("%s (%s): %s", task.name, task.request.id, error)
