"""A timeout in each place where one can stand."""

import urllib.request
from functools import partial

import requests
import urllib3
from celery import shared_task

fetch = partial(requests.get, timeout=10)
pool = urllib3.PoolManager(timeout=urllib3.Timeout(10))
OPTIONS = {"timeout": 10, "verify": False}


@shared_task
def check_site(url: str, seconds: float) -> list[int]:
    with urllib.request.urlopen(url, None, 10) as answer:
        statuses = [answer.status]
    statuses.append(fetch(url).status_code)
    statuses.append(requests.head(url, **OPTIONS).status_code)
    statuses.append(requests.options(url, timeout=seconds).status_code)
    statuses.append(pool.request("GET", url).status)
    return statuses
