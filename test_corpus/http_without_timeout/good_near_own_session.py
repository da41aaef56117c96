"""A session class of one's own, an adapter of one's own, a method with a default: each may set the timeout."""

from functools import partial

import requests
from celery import shared_task

from billing.http import TimeoutAdapter, with_defaults


class TimeoutSession(requests.Session):
    def request(self, method, url, **kwargs):
        kwargs.setdefault("timeout", 10)
        return super().request(method, url, **kwargs)


own = TimeoutSession()
mounted = requests.Session()
mounted.mount("https://", TimeoutAdapter(timeout=10))
patched = requests.Session()
patched.request = partial(patched.request, timeout=10)
prepared = with_defaults(requests.Session())


@shared_task
def charge(url: str) -> list[int]:
    handed = requests.Session()
    with_defaults(handed)
    return [session.post(url).status_code for session in (own, mounted)] + [
        patched.post(url).status_code,
        mounted.get(url).status_code,
        prepared.get(url).status_code,
        handed.get(url).status_code,
    ]
