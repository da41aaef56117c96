"""SoftTimeLimitExceeded is none of these."""

import logging

import requests
from celery import shared_task

from press.clippings import remember

logger = logging.getLogger(__name__)


@shared_task(soft_time_limit=120)
def collect_clippings(urls: list[str]) -> None:
    for url in urls:
        try:
            remember(url, requests.get(url, timeout=5).text)
        except (requests.RequestException, UnicodeDecodeError) as error:
            logger.info("no clipping from %s: %s", url, error)
        except OSError:
            logger.exception("cannot keep %s", url)
