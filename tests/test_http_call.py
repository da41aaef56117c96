"""HTTP requests without a timeout."""

from __future__ import annotations

import pytest

from celerylint.facts.http_call import HttpCall
from tests.build import indented, module_of, under

HEAD = """\
import functools, httpx, requests, urllib.request, urllib3
from celery import shared_task
from elsewhere import thing

shared = requests.Session()

class Own(requests.Session): pass

def plain() -> requests.Session: return thing()

@shared_task
def job(url, given: requests.Session):
"""


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("requests.request('GET', url)", "requests.request('GET', url)"),
        ("requests.Session().get(url)", "requests.Session().get(url)"),
        ("shared.send(url)", "shared.send(url)"),
        ("get = requests.get\nget(url)", "get(url)"),
        ("with requests.session() as s: s.get(url, timeout=None)", "timeout=None"),
        ("urllib3.PoolManager().request('GET', url)", "urllib3.PoolManager().request('GET', url)"),
        ("urllib3.request('GET', url)", "urllib3.request('GET', url)"),
        ("urllib.request.urlopen(url, b'')", "urllib.request.urlopen(url, b'')"),
        ("with httpx.Client() as c: c.get(url, timeout=None)", "timeout=None"),
    ],
)
def test_a_request_that_may_wait_for_ever(body: str, place: str) -> None:
    module = module_of(HEAD + indented(body))
    (call,) = module.all(HttpCall)
    assert under(module, call) == place


@pytest.mark.parametrize(
    "body",
    [
        "given.get(url)",
        "plain().get(url)",
        "Own().get(url)",
        "thing(shared)\nshared.get(url)",
        "shared.mount('https://', thing())\nshared.get(url)",
        "shared.request = thing\nshared.get(url)",
        "shared.get = functools.partial(shared.get, timeout=1)\nshared.get(url)",
        "requests.get(url, **thing)",
        "requests.get(*thing)",
        "requests.get(url, timeout=thing)",
        "functools.partial(requests.get, timeout=1)(url)",
        "requests.codes.get(url)",
        "requests.Session().headers.get(url)",
        "urllib3.PoolManager(timeout=1).request('GET', url)",
        "urllib3.PoolManager(**thing).request('GET', url)",
        "urllib.request.Request(url)",
        "httpx.get(url)",
        "httpx.get(url, timeout=httpx.Timeout(None, connect=5))",
        "httpx.get(url, timeout=httpx.Timeout(5))",
    ],
)
def test_other_calls_are_none(body: str) -> None:
    assert not module_of(HEAD + indented(body)).all(HttpCall)
