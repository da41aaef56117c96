import functools
import logging
import time

from celery import shared_task

from media.images import resize

logger = logging.getLogger(__name__)


def timed(function):
    @functools.wraps(function)
    def measure(*args, **kwargs):
        started = time.monotonic()
        try:
            return function(*args, **kwargs)
        finally:
            logger.info("%s took %.1f s", function.__name__, time.monotonic() - started)

    return measure


@shared_task
@timed
def make_thumbnail(path: str) -> None:
    resize(path, width=200)
