"""Here retries are declared that never act, or the error is returned: other rules speak of these."""

import logging

from celery import shared_task

from library.covers import fetch_cover, fetch_thumbnail

logger = logging.getLogger(__name__)


@shared_task(autoretry_for=(ConnectionError,), retry_backoff=True)
def fetch(isbn: str) -> None:
    try:
        fetch_cover(isbn)
    except Exception:
        logger.exception("no cover for %s", isbn)


@shared_task
def fetch_small(isbn: str) -> dict[str, str]:
    try:
        fetch_thumbnail(isbn)
    except Exception as error:
        return {"isbn": isbn, "error": str(error)}
    return {"isbn": isbn}
