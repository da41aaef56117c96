"""Pages read by `offset` and `limit`."""

from __future__ import annotations

import pytest

from celerylint.facts.paging import Paging
from tests.build import indented, module_of

HEAD = (
    "from celery import shared_task\nfrom sqlalchemy import select\nfrom app.db import SessionLocal\n"
    "from app.models import Row\n@shared_task\ndef job(given, x):\n    session = SessionLocal()\n    offset = 0\n"
)


def is_unordered(statement: str, before: str = "") -> bool:
    """Whether a statement of a paging loop has no order."""
    loop = f"while x:\n    use({statement})\n    offset += 10\n"
    found = module_of(HEAD + indented(before + "\n" + loop)).all(Paging)
    return any(not paging.is_ordered for paging in found)


@pytest.mark.parametrize(
    ("statement", "before"),
    [
        ("select(Row).offset(offset).limit(10)", ""),
        ("session.query(Row).limit(10).offset(offset).all()", ""),
        ("Row.query.offset(offset).limit(10)", ""),
        ("query.offset(offset).limit(10)", "query = select(Row)\nquery = query.where(x)"),
        ("query.limit(10).offset(offset)", "query = session.query(Row)\nif x: query = query.filter(x)"),
    ],
)
def test_a_known_statement_without_order(statement: str, before: str) -> None:
    assert is_unordered(statement, before)
    ordered = statement.replace(".limit(", ".order_by(Row.id).limit(")
    assert not is_unordered(ordered, before)


@pytest.mark.parametrize(
    ("statement", "before"),
    [
        ("select(Row).offset(offset)", ""),
        ("select(Row).offset(10).limit(10)", ""),
        ("select(Row).offset(x).limit(10)", ""),
        ("given.offset(offset).limit(10)", ""),
        ("make(x).offset(offset).limit(10)", ""),
        ("query.offset(offset).limit(10)", "query = select(Row)\nquery = sort(query)"),
        ("query.offset(offset).limit(10)", "query = select(Row)\nif x: query = query.order_by(x)"),
        ("query.offset(offset).limit(10)", "query = query.where(x)"),
        ("query.offset(offset).limit(10)", "query, other = other, query"),
        ("query.offset(offset).limit(10)", "for query in given: pass"),
    ],
)
def test_one_page_an_order_and_the_unknown(statement: str, before: str) -> None:
    assert not is_unordered(statement, before)
