"""Commits and rollbacks in loops over streamed rows."""

from __future__ import annotations

import pytest

from celerylint.facts.streaming import StreamEnd
from tests.build import indented, module_of

HEAD = (
    "from celery import shared_task\nfrom sqlalchemy import select\nfrom app.db import SessionLocal\n"
    "@shared_task\ndef job(x):\n    session = SessionLocal()\n    other = SessionLocal()\n"
)


def ends(rows: str, body: str = "session.commit()", before: str = "") -> bool:
    """Whether something in a loop over rows ends the stream."""
    return bool(module_of(HEAD + indented(f"{before}\nfor row in {rows}:\n{indented(body)}")).all(StreamEnd))


@pytest.mark.parametrize(
    ("rows", "before"),
    [
        ("session.query(x).yield_per(10)", ""),
        ("session.execute(x, execution_options={'stream_results': True})", ""),
        ("session.execute(x.execution_options(yield_per=10)).scalars()", ""),
        ("session.execute(select(x)).yield_per(10).partitions()", ""),
        ("enumerate(rows)", "rows = session.scalars(query)\nquery = select(x).execution_options(yield_per=10)"),
        ("rows", "rows = session.scalars(query)\nquery = select(x).execution_options(stream_results=True)"),
    ],
)
def test_streams(rows: str, before: str) -> None:
    assert ends(rows, before=before)


@pytest.mark.parametrize(
    ("rows", "before"),
    [
        ("session.query(x)", ""),
        ("session.query(x).yield_per(10).all()", ""),
        ("list(session.query(x).yield_per(10))", ""),
        ("other.query(x).yield_per(10)", ""),
        ("x.yield_per(10)", ""),
        ("rows", "rows = rows.yield_per(10)"),
    ],
)
def test_no_streams(rows: str, before: str) -> None:
    assert not ends(rows, before=before)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("if x:\n    session.rollback()", True),
        ("try:\n    go()\nexcept ValueError:\n    session.rollback()\n    raise", False),
        ("session.commit()\nbreak", False),
        ("session.flush()", False),
        ("def later():\n    session.commit()", False),
    ],
)
def test_what_ends_them(body: str, found: bool) -> None:
    assert ends("session.query(x).yield_per(10)", body) is found
