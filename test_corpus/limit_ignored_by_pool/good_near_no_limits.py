# settings: worker-pool = "threads"
"""Limits that are switched off, and time limits of other things."""

import requests
from celery import shared_task

CELERY_TASK_TIME_LIMIT = None
CELERY_WORKER_MAX_TASKS_PER_CHILD = None
SEARCH_TIME_LIMIT = 30


def search(words, time_limit=SEARCH_TIME_LIMIT):
    return requests.get("https://search.example.com", params={"q": words}, timeout=time_limit)


@shared_task(time_limit=None)
def search_later(words):
    search(words, time_limit=5)
