import logging

from celery import shared_task

from podcasts.feed import publish

logger = logging.getLogger(__name__)


def log_calls(function):
    def wrapper(*args, **kwargs):
        logger.info("calling with %s", args)
        return function(*args, **kwargs)

    return wrapper


@shared_task(ignore_result=True)
@log_calls  # expect CEL134: log_calls
def publish_episode(episode_id: int) -> None:
    publish(episode_id)
