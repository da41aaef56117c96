"""The name is Celery's, by whichever way it came here."""

import celery.exceptions
from celery.exceptions import TimeoutError as LateError

from images.tasks import shrink


def one(path: str) -> str:
    try:
        return shrink.delay(path).get(timeout=3)
    except celery.exceptions.TimeoutError:
        return ""


def other(path: str) -> str:
    try:
        return shrink.delay(path).get(timeout=3)
    except (LateError, TimeoutError):
        return ""


def third(path: str) -> str:
    try:
        return shrink.delay(path).get(timeout=3)
    except Exception:
        return ""
    except TimeoutError:
        return "never"
