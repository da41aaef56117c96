"""HTTP sessions, and whether they are closed."""

from __future__ import annotations

import pytest

from celerylint.facts.http_session import HttpSession
from tests.build import indented, one

HEAD = "import aiohttp, httpx\nfrom celery import shared_task\n@shared_task\ndef job(url):\n"


@pytest.mark.parametrize(
    ("body", "leaks"),
    [
        ("c = httpx.Client()\nc.get(url)", True),
        ("c = httpx.Client()\nc.get(url)\nc.close()", True),
        ("c = httpx.Client()\ntry: c.get(url)\nfinally: c.close()", False),
        ("c = httpx.Client()\nc.headers.update(url)\nlog()\ntry: c.get(url)\nfinally: c.close()", False),
        ("c = httpx.Client()\nc.get(url)\nif not c.is_closed: c.close()", True),
        ("c = httpx.Client()\ntry: c.get(url)\nfinally:\n    if c is not None and not c.is_closed: c.close()", False),
        ("c = httpx.Client()\ntry: c.get(url)\nfinally:\n    if c and url: c.close()", True),
        ("c = httpx.Client()\nwith c: c.get(url)", False),
        ("c = httpx.Client()", False),
        ("c = httpx.Client()\nc.get(url)\nreturn c", False),
        ("httpx.Client().get(url)", True),
    ],
)
def test_a_session_leaks(body: str, leaks: bool) -> None:
    session = one(HttpSession, HEAD + indented(body))
    assert session.leaks is leaks
    assert session.statement == "with"
